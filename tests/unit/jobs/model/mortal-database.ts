import { Database, type Act, type Stores } from '@/lib/database';
import type { VirtualTime } from '../../support/virtual-time';
import type { Life } from './life';

interface MortalOptions {
  life: Life;
  time: VirtualTime;
  crash: WriteCrash | undefined;
  onWrite: () => void;
}

interface WriteCrash {
  /** Which write of the worker, counted from one. */
  write: number;
  side: 'before' | 'after';
}

interface Write {
  transaction: IDBTransaction | undefined;
  stored: Promise<unknown>;
}

/**
 * A database as one worker has it. What is asked of it takes no time. The worker's life ends just before or just
 * after the given write is stored; what is not stored by then never is.
 */
export class MortalDatabase extends Database {
  readonly #options: MortalOptions;
  readonly #open = new Set<Write>();
  #count = 0;
  #isEnding = false;

  constructor({ connection }: Database, options: MortalOptions) {
    super(connection);
    this.#options = options;
  }

  override read<T>(stores: Stores, act: Act<T>): Promise<T> {
    return this.#options.life.isOver ? never() : this.#lasting(() => super.read(stores, act));
  }

  override write<T>(stores: Stores, act: Act<T>, options?: IDBTransactionOptions): Promise<T> {
    const { life, crash, onWrite } = this.#options;
    if (life.isOver || this.#isEnding) return never();
    this.#count++;
    onWrite();
    const isLast = this.#count === crash?.write;
    this.#isEnding = isLast;
    if (isLast && crash.side === 'before') {
      // Those that were begun earlier are stored earlier.
      void Promise.allSettled([...this.#open].map(({ stored }) => stored)).then(() => this.#end());
      return never();
    }
    return this.#lasting(() => this.#track(stores, act, options, isLast));
  }

  #track<T>(stores: Stores, act: Act<T>, options: IDBTransactionOptions | undefined, isLast: boolean) {
    const entry: Write = { transaction: undefined, stored: Promise.resolve() };
    const noted: Act<T> = (transaction) => {
      entry.transaction = transaction;
      return act(transaction);
    };
    const stored = super.write(stores, noted, options);
    entry.stored = stored;
    this.#open.add(entry);
    const settle = () => {
      this.#open.delete(entry);
      if (isLast) this.#end();
    };
    stored.then(settle, settle);
    return stored;
  }

  #end() {
    this.#options.life.end();
    for (const { transaction } of this.#open) transaction?.abort();
  }

  #lasting<T>(work: () => Promise<T>): Promise<T> {
    const { life, time } = this.#options;
    return life.lasting(time.busy(work));
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
