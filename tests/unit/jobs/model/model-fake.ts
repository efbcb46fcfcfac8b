import { createFakeBigin, type FakeBigin, type Fault } from '../../../fake-bigin/index';
import { defaultBehaviour } from '../../../fake-bigin/behaviour';
import { VirtualTime } from '../../support/virtual-time';
import { Network } from './network';
import { recordsOf, type ModelFault, type OthersChange, type Schedule } from './schedule';

const zgid = '942010977';
const module = 'Calls';
const apiDomain = 'https://www.zohoapis.com';

/** Schedules after which the fake is built anew, so that what it remembers of the past does not pile up. */
const schedulesOfAFake = 300;

/** Between two schedules so much time passes that no credits, tokens or limits of the one are left to the other. */
const days = 3 * 86_400_000;

/** Where schedules are played: one fake for many, since building one takes long, with records of their own for each. */
export class ModelFake {
  static readonly org = { zgid, module, apiDomain, connectionId: `us:org${zgid}` } as const;

  readonly fake: FakeBigin;
  readonly time: VirtualTime;
  readonly network: Network;
  /** Ids of the schedule's records, in its order. */
  readonly ids: string[];
  /** Records that others deleted or locked. */
  readonly deleted = new Set<string>();
  readonly locked = new Set<string>();

  static #fake: FakeBigin | undefined;
  static #current: ModelFake | undefined;
  static #played = 0;
  static #now = Date.UTC(2026, 9, 10);

  constructor(schedule: Schedule) {
    this.fake = ModelFake.#takeFake();
    const start = ModelFake.#now + days;
    this.time = new VirtualTime({ start, seed: schedule.seed });
    this.network = new Network(this.fake, this.time, schedule.latency);
    ModelFake.#current = this;
    this.#setBehaviour(schedule);
    this.ids = this.#makeRecords(schedule);
  }

  static #takeFake(): FakeBigin {
    ModelFake.#now = Math.max(ModelFake.#now, ModelFake.#current?.time.now() ?? 0);
    if (ModelFake.#played++ % schedulesOfAFake === 0) ModelFake.#fake?.reset();
    return (ModelFake.#fake ??= createFakeBigin({
      now: () => ModelFake.#current?.time.now() ?? ModelFake.#now,
      wait: (_, request) => ModelFake.#current?.network.travel(request) ?? Promise.resolve(),
    }));
  }

  #setBehaviour({ unknowns, limits }: Schedule): void {
    this.fake.clearFaults();
    this.fake.configure(defaultBehaviour);
    this.fake.configure({ unknowns, limits });
    this.fake.requests.length = 0;
    this.fake.tagChanges.length = 0;
  }

  #makeRecords(schedule: Schedule): string[] {
    const { world } = this.fake;
    const old = world.org(zgid)?.records[module].map(({ id }) => id) ?? [];
    for (const id of old) world.deleteRecord(zgid, module, id);
    const records = recordsOf(schedule);
    const ids = world.addRecords(zgid, module, records.length, []);
    for (const [index, { tags }] of records.entries()) world.setTags(zgid, module, ids[index] ?? '', tags);
    return ids;
  }

  token(): string {
    return this.fake.issueToken({ zgid, seconds: 1_000 * 86_400 }).accessToken;
  }

  /** The tags of a record; `undefined` where it is gone. */
  tagsOf(id: string): string[] | undefined {
    return this.deleted.has(id) ? undefined : this.fake.world.tagsOf(zgid, module, id);
  }

  idOf(record: number): string {
    return this.ids[record % this.ids.length] ?? '';
  }

  /** Someone else at work in Bigin. */
  change(change: OthersChange): void {
    const { world } = this.fake;
    const id = this.idOf(change.record);
    const tags = this.tagsOf(id);
    if (!tags) return;
    if ('tag' in change) {
      const rest = tags.filter((tag) => tag !== change.tag);
      world.setTags(zgid, module, id, change.does === 'add' ? [...rest, change.tag] : rest);
    } else if (change.does === 'delete') {
      world.deleteRecord(zgid, module, id);
      this.deleted.add(id);
    } else {
      world.setLocked(zgid, module, id);
      this.locked.add(id);
    }
  }

  setFaults(faults: readonly ModelFault[]): void {
    this.fake.clearFaults();
    const paths = { changes: '/actions/', readings: `/coql$|/${module}(/\\d+)?$`, calls: '.' };
    for (const { on, after, times, what } of faults) {
      const where = { service: 'api', path: paths[on] } as const;
      this.fake.fail({ where, after, times, what: this.#faultOf(what) });
    }
  }

  #faultOf(what: ModelFault['what']): Fault['what'] {
    if (what.kind !== 'record') return what;
    return { kind: 'records', ids: [this.idOf(what.record)], code: what.code, message: 'x' };
  }
}
