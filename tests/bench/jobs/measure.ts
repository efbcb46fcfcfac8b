import { zylker } from '../../e2e/support/bigin-list';
import { giveTags } from '../../e2e/support/prepare';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import type { CallLog } from './call-log';
import { costOf, type Cost } from './cost';
import type { Engine, Shown } from './engine';
import { removeByHundreds, removeOneByOne } from './other-ways';
import type { MemoryLook } from './worker-memory';

/** The tag that is removed, and others that the records carry besides. */
const tag = 'Trade fair 2026';
const others = ['Newsletter', 'VIP'];

/** `startMs`: from the user's last press to the job's first call. */
export type EngineCost = Cost & Shown & { startMs: number };

/** Of several runs the one in the middle: what else the machine does comes and goes. */
export function middleByTime(runs: readonly EngineCost[]): EngineCost {
  const middle = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)];
  if (!middle) throw new Error('There was no run');
  return middle;
}

/** What is measured on: records of the fake that carry the tag again before each run. */
export class Bench {
  readonly #bigin: ServedFakeBigin;
  readonly #log: CallLog;
  readonly #ids: string[] = [];

  constructor(bigin: ServedFakeBigin, log: CallLog) {
    this.#bigin = bigin;
    this.#log = log;
  }

  async byEngine(engine: Engine, records: number, memory?: MemoryLook): Promise<EngineCost> {
    const { ids, credits, calls, shown } = await this.#run(records, (all) => engine.remove(all, tag, memory));
    const { pressed } = shown;
    const first = Math.min(...calls.filter(({ begin }) => begin >= pressed).map(({ begin }) => begin));
    const cost = costOf(calls, { records: ids.length, credits, pressed });
    return { ...cost, ...shown, startMs: first - pressed };
  }

  async oneByOne(records: number): Promise<Cost> {
    const { calls, credits } = await this.#run(records, (ids) => removeOneByOne(this.#bigin, ids, tag));
    return costOf(calls, { records, credits });
  }

  async byHundreds(records: number): Promise<Cost> {
    const { calls, credits } = await this.#run(records, (ids) => removeByHundreds(this.#bigin, ids, tag));
    return costOf(calls, { records, credits });
  }

  /** A removal from so many records, which is checked to have done what it should and nothing else. */
  async #run<T>(records: number, remove: (ids: readonly string[]) => Promise<T>) {
    const missing = Math.max(0, records - this.#ids.length);
    this.#ids.push(...this.#bigin.world.addRecords(zylker, 'Contacts', missing, []));
    const ids = this.#ids.slice(0, records);
    giveTags(this.#bigin, ids, [...others, tag]);
    const spentBefore = this.#bigin.creditsSpent(zylker);
    this.#log.take();
    const shown = await remove(ids);
    const wrong = ids.filter(
      (id) => this.#bigin.world.tagsOf(zylker, 'Contacts', id).join() !== others.join(),
    );
    if (wrong.length > 0) throw new Error(`${wrong.length} records do not have the tags that they should`);
    const credits = this.#bigin.creditsSpent(zylker) - spentBefore;
    return { ids, shown, credits, calls: this.#log.take() };
  }
}
