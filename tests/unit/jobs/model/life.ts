import { setMaxListeners } from 'node:events';

/** The life of one worker. Once it is over, nothing comes back to the worker. */
export class Life {
  readonly #end = new AbortController();

  constructor() {
    setMaxListeners(0, this.#end.signal);
  }

  get isOver(): boolean {
    return this.#end.signal.aborted;
  }

  /** Aborted when it is over. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  end(): void {
    this.#end.abort();
  }

  /** The same promise, for as long as the worker lives. */
  async lasting<T>(work: Promise<T>): Promise<T> {
    try {
      const value = await work;
      if (!this.isOver) return value;
    } catch (error) {
      if (!this.isOver) throw error;
    }
    return new Promise<never>(() => {});
  }
}
