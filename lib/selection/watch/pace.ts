/** Milliseconds from the end of one run to the next, at the least. */
const shortestPause = 250;

/** Each run is paid for with so many times the time that it took: runs never take more than 2 %. */
const price = 50;

/**
 * Milliseconds without a run that count towards later ones, so that a single slow one (the first in a page runs
 * code that is not compiled yet, a busy machine takes its time) does not make a change wait for many seconds.
 */
const longestCredit = 3_000;

/** Milliseconds after which a page that is never idle is interrupted all the same. */
const longestWait = 1_000;

/**
 * Runs a task in the page's idle time, each time it is asked for and after a pause that keeps it a guest there:
 * at most four times a second, and never more than about 2 % of the main thread in the long run. Runs that are
 * asked for meanwhile are one.
 */
export class Pace {
  readonly #task: () => void;
  #isAskedFor = false;
  #pauseEnd = 0;
  #paidUntil = performance.now() - longestCredit;

  constructor(task: () => void) {
    this.#task = task;
  }

  /** Asks for a run. */
  ask(): void {
    if (this.#isAskedFor) return;
    this.#isAskedFor = true;
    setTimeout(() => whenIdle(() => this.#run()), Math.max(0, this.#pauseEnd - performance.now()));
  }

  #run(): void {
    this.#isAskedFor = false;
    const start = performance.now();
    this.#task();
    const end = performance.now();
    this.#paidUntil = Math.max(this.#paidUntil, end - longestCredit) + price * (end - start);
    this.#pauseEnd = Math.max(end + shortestPause, this.#paidUntil);
  }
}

/** Safari has no idle time to ask for. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: longestWait });
  else setTimeout(run);
}
