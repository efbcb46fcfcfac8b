/** Nothing was sent: who asked for the call did not want it any more by then. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';

  constructor() {
    super('The call was not made');
  }
}
