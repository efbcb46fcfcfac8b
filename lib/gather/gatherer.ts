import { explain } from '@/lib/bigin/errors/explain';
import { ProblemError, type Problem } from '@/lib/problem';
import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import { patiently } from '@/lib/preview/patiently';
import { selectionLimit } from '@/lib/selection/page-reading';
import type { Gathering, GatherRequest } from './gather-request';
import { gatherRecords, type Gathered } from './gather-records';

export interface GathererOptions {
  /** The calls of the connection that is read from. */
  callsOf: (request: GatherRequest) => Promise<Calls>;
  clock: Clock;
  /** Called when a reading for a tab begins; what it returns is called when it ends. */
  onBegin?: (tabId: number) => () => void;
  /** Told when a reading has failed; it is not begun again by itself. */
  onFailed?: (tabId: number) => void;
  /** Has a reading begun again whose problem has been mended, should its tab still be there. */
  again: (tabId: number, request: GatherRequest) => Promise<void>;
  /** Told the records of a reading that has come to its end, and asked what is not to be done once it was cancelled. */
  onGathered: (
    tabId: number,
    request: GatherRequest,
    gathered: Gathered,
    reading: { readAt: number; isCurrent: () => boolean },
  ) => Promise<void>;
}

/**
 * Reads the records that users ask for, one reading a tab. A reading changes nothing in Bigin: one that is cut off
 * with its worker is begun again.
 */
export class Gatherer {
  readonly #options: GathererOptions;
  readonly #gatherings = new Map<number, Gathering>();

  constructor(options: GathererOptions) {
    this.#options = options;
  }

  /** How the tab's reading stands; `undefined` where there is none, or none any more. */
  state(tabId: number): Gathering | undefined {
    return this.#gatherings.get(tabId);
  }

  /** Begins to read; a reading of the tab that is under way gives way to the new one. */
  start(tabId: number, request: GatherRequest): void {
    const gathering: Gathering = { request, read: 0, kept: 0 };
    this.#gatherings.set(tabId, gathering);
    const end = this.#options.onBegin?.(tabId);
    void this.#gather(tabId, gathering)
      .catch((error: unknown) => this.#fail(tabId, gathering, explain(error)))
      .finally(() => end?.());
  }

  /** Ends the tab's reading, or forgets why it failed. */
  cancel(tabId: number): void {
    this.#gatherings.delete(tabId);
  }

  /** Begins those again whose problem has been mended. */
  retry(isMended: (problem: Problem, request: GatherRequest) => boolean): void {
    for (const [tabId, { request, problem }] of this.#gatherings) {
      if (problem && isMended(problem, request)) void this.#options.again(tabId, request);
    }
  }

  async #gather(tabId: number, gathering: Gathering): Promise<void> {
    const { callsOf, clock, onGathered } = this.#options;
    const { request } = gathering;
    const isCurrent = () => this.#gatherings.get(tabId) === gathering;
    const readAt = clock.now();
    const calls = await callsOf(request);
    const gathered = await gatherRecords(calls.client, wishOf(request), {
      ...patiently(calls, clock),
      goOn: isCurrent,
      onProgress: (progress) => Object.assign(gathering, progress),
    });
    if (!isCurrent()) return;
    const problem = problemOf(request, gathered);
    if (problem) throw problem;
    await onGathered(tabId, request, gathered, { readAt, isCurrent });
    if (isCurrent()) this.#gatherings.delete(tabId);
  }

  #fail(tabId: number, gathering: Gathering, problem: Problem): void {
    if (this.#gatherings.get(tabId) !== gathering) return;
    this.#gatherings.set(tabId, { ...gathering, problem });
    this.#options.onFailed?.(tabId);
  }
}

function wishOf({ module, what }: GatherRequest): Parameters<typeof gatherRecords>[1] {
  if (what.kind === 'view') {
    // What has more records than the page says is another view than the user saw.
    return { module, cvid: what.cvid, limit: Math.min(selectionLimit, what.count) };
  }
  const names = new Set(what.tagNames);
  return { module, keep: (tags) => tags.some(({ name }) => names.has(name)), limit: selectionLimit };
}

/** Why what was gathered is no selection to act on. */
function problemOf({ what }: GatherRequest, { records, ended }: Gathered): ProblemError | undefined {
  if (ended === 'unreachable') return new ProblemError('listUnreachable');
  if (what.kind === 'tag') {
    if (ended === 'limit') return new ProblemError('tooMany', { limit: selectionLimit });
    return records.length === 0 ? new ProblemError('tagUnused') : undefined;
  }
  if (what.count > selectionLimit) return new ProblemError('tooMany', { limit: selectionLimit });
  const found = new Set(records.map(({ id }) => id));
  const isThatView = ended !== 'limit' && what.ticked.every((id) => found.has(id));
  // Where the page only looks as if all of the view were selected, the number is the proof.
  const isProven = what.isCertain ? records.length > 0 : records.length === what.count;
  return isThatView && isProven ? undefined : new ProblemError('viewDiffers', { count: what.count });
}
