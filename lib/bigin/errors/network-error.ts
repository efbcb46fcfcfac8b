/** No whole answer came: offline, cut off, or timed out. Whether the call had an effect is unknown. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';

  constructor() {
    super('No answer from Bigin');
  }
}
