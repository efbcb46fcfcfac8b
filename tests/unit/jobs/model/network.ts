import type { FakeBigin } from '../../../fake-bigin/index';
import type { VirtualTime } from '../../support/virtual-time';
import type { Life } from './life';

/** A call as its sender sees it. Begins and ends are numbered in the order in which they happened. */
export interface SentCall {
  action: 'remove_tags' | 'add_tags' | 'reading';
  /** Of a change. */
  ids: string[];
  tagNames: string[];
  begun: number;
  /** None while it is under way. */
  ended?: number;
}

/** The way between workers and the fake: it takes time, and tells what was on it. */
export class Network {
  readonly calls: SentCall[] = [];
  /** Counts begins and ends. */
  moments = 0;
  /** Calls of the living worker that are under way, and the most that ever were. */
  readonly #underWay = new Set<SentCall>();
  mostAtOnce = 0;
  /** Records of which two changes were under way at once. */
  readonly interleaved: string[] = [];
  readonly #cuts = new WeakMap<Request, Cut>();
  readonly #fake: FakeBigin;
  readonly #time: VirtualTime;
  readonly #latency: number;

  constructor(fake: FakeBigin, time: VirtualTime, latency: number) {
    this.#fake = fake;
    this.#time = time;
    this.#latency = latency;
  }

  /** `fetch` of one worker; `onCall` is told how many calls it has begun. */
  fetchOf(life: Life, onCall: (count: number) => void): typeof fetch {
    let count = 0;
    return (input, init) => {
      if (life.isOver) return new Promise<never>(() => {});
      const { signal, ...rest } = init ?? {};
      const request = new Request(input, rest);
      const answer = life.lasting(this.#exchange(request, life, signal ?? undefined, rest.body));
      onCall(++count);
      return answer;
    };
  }

  /** The way to Bigin. A call that nobody waits for any more has its effect at once, or never. */
  async travel(request: Request): Promise<void> {
    const cut = this.#cuts.get(request);
    await this.#time.sleepWithin(this.#drawLatency(), cut?.signal);
    if (cut?.signal.aborted && cut.isLost) throw new TypeError('nobody waits for it');
  }

  get underWay(): SentCall[] {
    return [...this.#underWay];
  }

  async #exchange(
    request: Request,
    life: Life,
    signal: AbortSignal | undefined,
    body: unknown,
  ): Promise<Response> {
    const call = this.#begin(request, body);
    const gone = signal ? AbortSignal.any([life.signal, signal]) : life.signal;
    const end = () => this.#end(call);
    gone.addEventListener('abort', end);
    this.#cuts.set(request, { signal: gone, isLost: this.#time.random() < 0.5 });
    try {
      return await this.#time.busy(async () => {
        const response = await this.#fake.fetch(request);
        await this.#time.sleepWithin(this.#drawLatency(), gone);
        signal?.throwIfAborted();
        return response;
      });
    } finally {
      gone.removeEventListener('abort', end);
      end();
    }
  }

  #begin(request: Request, body: unknown): SentCall {
    const call = { ...described(request, body), begun: ++this.moments };
    for (const other of this.#underWay) {
      this.interleaved.push(...call.ids.filter((id) => other.ids.includes(id)));
    }
    this.calls.push(call);
    this.#underWay.add(call);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay.size);
    return call;
  }

  #end(call: SentCall): void {
    if (this.#underWay.delete(call)) call.ended = ++this.moments;
  }

  #drawLatency(): number {
    return this.#latency * 2 * this.#time.random();
  }
}

interface Cut {
  signal: AbortSignal;
  isLost: boolean;
}

function described(request: Request, body: unknown): Pick<SentCall, 'action' | 'ids' | 'tagNames'> {
  const { pathname, searchParams } = new URL(request.url);
  const [, only, action] = /\/(?:(\d+)\/)?actions\/(\w+)$/.exec(pathname) ?? [];
  if (action !== 'remove_tags' && action !== 'add_tags') return { action: 'reading', ids: [], tagNames: [] };
  const inBody = typeof body === 'string' ? (JSON.parse(body) as ChangeBody) : undefined;
  const ids = inBody?.ids ?? (only ? [only] : (searchParams.get('ids') ?? '').split(','));
  const tagNames = inBody?.tags.map(({ name }) => name) ?? (searchParams.get('tag_names') ?? '').split(',');
  return { action, ids, tagNames };
}

interface ChangeBody {
  ids: string[];
  tags: { name: string }[];
}
