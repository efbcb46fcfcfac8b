/** The connection ended without an answer. A TypeError, as `fetch` rejects with. */
export class ConnectionCut extends TypeError {
  constructor() {
    super('fetch failed');
  }
}
