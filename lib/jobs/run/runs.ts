import { Turns } from '@/lib/turns';
import type { Job } from '../job';

/** A job that this worker has in hand. */
export interface Run {
  /** Aborted when nothing more is to be sent for it. */
  stop: AbortController;
  ended: Promise<void>;
}

/** What a run does once its turn has come; it does not throw. */
type CarryOut = (run: Run) => Promise<void>;

/** The jobs that this worker has in hand: those of one connection take turns, and each is in hand once. */
export class Runs {
  readonly #turns = new Turns();
  readonly #runs = new Map<string, Run>();
  readonly #onBusy: (busy: boolean) => void;

  /** `onBusy` is told when a job comes into hand and when none is left. */
  constructor(onBusy: (busy: boolean) => void = () => {}) {
    this.#onBusy = onBusy;
  }

  get(jobId: string): Run | undefined {
    return this.#runs.get(jobId);
  }

  /** Takes a job into hand, unless it is. */
  begin({ id, connectionId }: Pick<Job, 'id' | 'connectionId'>, carryOut: CarryOut): void {
    if (this.#runs.has(id)) return;
    this.#onBusy(true);
    const run: Run = { stop: new AbortController(), ended: Promise.resolve() };
    this.#runs.set(id, run);
    run.ended = this.inTurn(connectionId, () => carryOut(run)).finally(() => {
      this.#runs.delete(id);
      this.tellRest();
    });
  }

  /** Tells where no job is in hand. */
  tellRest(): void {
    if (this.#runs.size === 0) this.#onBusy(false);
  }

  /** The same once the run that is in hand has ended: one that was paused may still wait for its last answers. */
  beginAgain(job: Pick<Job, 'id' | 'connectionId'>, carryOut: CarryOut): void {
    const ended = this.#runs.get(job.id)?.ended;
    if (ended) void ended.then(() => this.begin(job, carryOut));
    else this.begin(job, carryOut);
  }

  /** Does something while no job of the connection runs. */
  inTurn<T>(connectionId: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(`connection ${connectionId}`, work);
  }

  /** Does something to a job while nobody else does. */
  alone<T>(jobId: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(`job ${jobId}`, work);
  }
}
