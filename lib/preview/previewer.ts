import { recordsPerCall } from '@/lib/bigin/endpoints/reading-limits';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { explain } from '@/lib/bigin/errors/explain';
import type { RecordId } from '@/lib/bigin/record-id';
import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import { isGiven, type Selection } from '@/lib/selection/selection';
import { freshFor } from './fresh-for';
import { makePreview, previewIdOf } from './make-preview';
import { patiently } from './patiently';
import { summarize, summarizeSoFar, type Preview } from './preview';
import type { PreviewReading, PreviewState } from './preview-state';
import type { PreviewStore } from './preview-store';
import { selectionKey } from './selection-key';

export interface PreviewerOptions {
  previews: PreviewStore;
  /** The calls of the selection's connection. */
  callsOf: (of: Pick<Selection, 'dataCenter' | 'org'>) => Promise<Calls>;
  clock: Clock;
  /** Called when a reading begins; what it returns is called when it ends. */
  onBegin?: () => () => void;
}

/** Tags that are being read. */
interface Reading {
  id: string;
  calls: Calls;
  connectionId: string;
  key: string;
  readAt: number;
  selection: Selection;
  /** How many records were asked for so far, and the lists of tags that were found, each with its records' number. */
  asked: number;
  lists: Map<readonly Tag[], number>;
  /** Resolves when it ends, however it does. */
  ended: Promise<void>;
}

/**
 * Makes previews, at most one reading at a time of each, which goes on whether or not anybody asks how it stands.
 * One that has come to its end is stored, and shown from there the next time.
 */
export class Previewer {
  readonly #options: PreviewerOptions;
  readonly #readings = new Map<string, Reading>();
  /** How readings ended that came to nothing. */
  readonly #ends = new Map<string, Pick<PreviewState, 'isCancelled' | 'problem'>>();

  constructor(options: PreviewerOptions) {
    this.#options = options;
  }

  /**
   * How the preview stands; a reading begins where nothing is known of it. Who asks `again` wants one also where the
   * last one came to nothing, and where what is stored is not fresh, or can be had anew for one call.
   */
  async read(connectionId: string, selection: Selection, again = false): Promise<PreviewState> {
    const { previews, callsOf } = this.#options;
    const key = await selectionKey(selection);
    const id = previewIdOf(connectionId, key);
    const calls = await callsOf(selection);
    const wasReading = this.#readings.has(id);
    const stored = await previews.read(id);
    // What was being read may be stored just now.
    if (!wasReading && !this.#readings.has(id)) {
      if (again) this.#ends.delete(id);
      const perCall = recordsPerCall(calls.lessons.known.readers?.[selection.module]);
      const isOpen = !stored || (again && this.#isWorthReading(stored, selection, perCall));
      if (isOpen && !this.#ends.has(id)) this.#begin(id, { connectionId, key, selection }, calls);
    }
    return this.state(id);
  }

  /** How a preview stands; nothing is begun for it. One that was being read by a worker that is gone has only its id. */
  async state(id: string): Promise<PreviewState> {
    const { previews, callsOf } = this.#options;
    const reading = this.#readings.get(id);
    const stored = await previews.read(id);
    // What it found may have been stored just after that.
    if (reading && !this.#isCurrent(id, reading)) return this.state(id);
    const calls = stored && (await callsOf(stored));
    const { readers, batchSize } = calls?.lessons.known ?? {};
    const account = {
      reader: stored && readers?.[stored.module],
      batchSize,
      creditsLeft: calls?.client.creditsLeft,
    };
    return {
      id,
      ...(stored && { summary: summarize(stored, account) }),
      ...(reading && { reading: progressOf(reading, !stored) }),
      ...this.#ends.get(id),
    };
  }

  /** How a preview stands once it is not being read any more. */
  async whenRead(id: string): Promise<PreviewState> {
    while (this.#readings.has(id)) await this.#readings.get(id)?.ended;
    return this.state(id);
  }

  /** The same, but after so many milliseconds at the latest: then it may still be read. */
  async whenReadOrAfter(id: string, milliseconds: number): Promise<PreviewState> {
    const reading = this.#readings.get(id);
    const waiting = new AbortController();
    if (reading) await Promise.race([reading.ended, this.#options.clock.sleep(milliseconds, waiting.signal)]);
    waiting.abort();
    return this.state(id);
  }

  /** Ends the reading that is under way; it does not begin again until somebody asks `again`. */
  async cancel(connectionId: string, selection: Selection): Promise<void> {
    const id = previewIdOf(connectionId, await selectionKey(selection));
    if (this.#readings.delete(id)) this.#ends.set(id, { isCancelled: true });
  }

  /**
   * After a change of tags, or a sign-out: what was read is not so any more, nor is what is being read; none of it
   * is stored.
   */
  async forget(connectionId: string): Promise<void> {
    for (const [id, reading] of this.#readings) {
      if (reading.connectionId === connectionId) this.#readings.delete(id);
    }
    await this.#options.previews.forget(connectionId);
  }

  #isWorthReading(stored: Preview, selection: Selection, perCall: number): boolean {
    // Records that were given were read for that a moment ago.
    if (isGiven(selection)) return false;
    return selection.ids.length <= perCall || this.#options.clock.now() - stored.readAt > freshFor;
  }

  #begin(id: string, of: Pick<Reading, 'connectionId' | 'key' | 'selection'>, calls: Calls): void {
    const reading: Reading = {
      ...of,
      id,
      calls,
      readAt: this.#options.clock.now(),
      asked: 0,
      lists: new Map(),
      ended: Promise.resolve(),
    };
    this.#readings.set(id, reading);
    const end = this.#options.onBegin?.();
    reading.ended = this.#read(id, reading)
      .catch((error: unknown) => {
        if (this.#isCurrent(id, reading)) this.#ends.set(id, { problem: explain(error) });
      })
      .finally(() => {
        if (this.#isCurrent(id, reading)) this.#readings.delete(id);
        end?.();
      });
  }

  async #read(id: string, reading: Reading): Promise<void> {
    const { previews, clock } = this.#options;
    const { calls, connectionId, selection, readAt } = reading;
    const isCurrent = () => this.#isCurrent(id, reading);
    const options = {
      ...patiently(calls, clock),
      goOn: isCurrent,
      onRead: (tags: ReadonlyMap<RecordId, Tag[]>, asked: readonly RecordId[]) => {
        for (const record of asked) {
          const list = tags.get(record);
          if (list) reading.lists.set(list, (reading.lists.get(list) ?? 0) + 1);
        }
        reading.asked += asked.length;
      },
    };
    const preview = await makePreview(calls.client, connectionId, selection, options, () => readAt);
    if (isCurrent()) await previews.save(preview);
  }

  #isCurrent(id: string, reading: Reading): boolean {
    return this.#readings.get(id) === reading;
  }
}

function progressOf(reading: Reading, isFirst: boolean): PreviewReading {
  const { id, calls, selection, key, readAt, asked, lists } = reading;
  const total = selection.ids.length;
  const perCall = recordsPerCall(calls.lessons.known.readers?.[selection.module]);
  const progress = { read: asked, total, calls: Math.ceil(total / perCall) };
  if (!isFirst || asked === 0) return progress;
  const found = [...lists.values()].reduce((sum, count) => sum + count, 0);
  return { ...progress, found: summarizeSoFar({ id, selectionKey: key, readAt }, lists, asked - found) };
}
