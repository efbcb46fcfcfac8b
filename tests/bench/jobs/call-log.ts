import type { FakeBigin } from '../../fake-bigin/index';

export interface TimedCall {
  /** A change of tags, or anything else that the API was asked. */
  kind: 'read' | 'write';
  status: number;
  /** Milliseconds since 1970. */
  begin: number;
  end: number;
}

/** Milliseconds since 1970, with fractions. */
const now = () => performance.timeOrigin + performance.now();

/** Calls of the API with the time that each took, as the fake received and answered them. */
export class CallLog {
  #calls: TimedCall[] = [];

  constructor(bigin: FakeBigin) {
    const answer = bigin.fetch.bind(bigin);
    bigin.fetch = async (request) => {
      const begin = now();
      const response = await answer(request);
      const { hostname, pathname } = new URL(request.url);
      if (hostname.startsWith('www.zohoapis.')) {
        const kind = pathname.endsWith('_tags') ? 'write' : 'read';
        this.#calls.push({ kind, status: response.status, begin, end: now() });
      }
      return response;
    };
  }

  /** What was called since it was last asked, in the order of the answers. */
  take(): TimedCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }
}
