/** An answer came that is not of the documented shape. Whether the call had an effect is unknown. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError';
  /** HTTP status. */
  readonly status: number;

  constructor(status: number) {
    super(`Bigin's answer (${status}) has an unknown shape`);
    this.status = status;
  }
}
