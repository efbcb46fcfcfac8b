import { dataCenterOf } from './data-centers';
import type { Clock } from '../clock';
import { registeredClients } from './clients';
import { firstOrgs } from './first-orgs';
import { History } from './history';
import { moreRecords } from './more-records';
import { users } from './org-plans';
import { seededRandom } from './random';
import { tagColors } from './tag-names';
import type { BiginRecord, Client, ModuleName, Org, Tag, User } from './types';

/** All orgs, users and clients as they are now. Change records through its methods: search remembers by them. */
export class World {
  orgs: Org[] = [];
  users: User[] = [];
  clients: Client[] = [];
  private history = new History();
  /** By organization and module, of those whose records were asked for. */
  private byId = new Map<string, Map<string, BiginRecord>>();
  private tagSerial = 0;

  constructor(
    private readonly clock: Clock,
    private readonly seed: number,
  ) {
    this.reset();
  }

  reset(): void {
    this.orgs = firstOrgs(this.seed);
    this.users = users.map((user) => ({ ...user, orgs: [...user.orgs] }));
    this.clients = registeredClients.map((client) => ({ ...client, redirectUris: [...client.redirectUris] }));
    this.history = new History();
    this.tagSerial = 0;
    this.byId = new Map();
  }

  org(zgid: string): Org | undefined {
    return this.orgs.find((org) => org.zgid === zgid);
  }

  user(email: string): User | undefined {
    return this.users.find((user) => user.email === email.trim().toLowerCase());
  }

  /** The client as the accounts server at `host` knows it. */
  client(id: string, host: string): Client | undefined {
    const client = this.clients.find((each) => each.id === id);
    const known = client?.dataCenters?.some((each) => dataCenterOf(each).accounts === host) ?? true;
    return known ? client : undefined;
  }

  record(zgid: string, module: ModuleName, id: string): BiginRecord | undefined {
    return this.recordsById(zgid, module).get(id);
  }

  tagsOf(zgid: string, module: ModuleName, id: string): string[] {
    return [...this.mustFind(zgid, module, id).tags];
  }

  /** Sets a record's tags; names the module does not have yet become tags of it. */
  setTags(zgid: string, module: ModuleName, id: string, names: readonly string[]): void {
    const record = this.mustFind(zgid, module, id);
    const unique = [...new Set(names)];
    for (const name of unique) this.ensureTag(zgid, module, name);
    if (unique.length === record.tags.length && unique.every((name, at) => name === record.tags[at])) return;
    this.history.tagsChange(record, this.clock.now());
    record.tags = unique;
    record.modifiedTime = this.clock.now();
  }

  ensureTag(zgid: string, module: ModuleName, name: string): Tag {
    const org = this.mustFindOrg(zgid);
    const known = org.tags[module].find((tag) => tag.name === name);
    if (known) return known;
    const serial = this.tagSerial++;
    const tag: Tag = {
      id: `${org.idPrefix}${String(900_000 + serial)}`,
      name,
      colorCode: tagColors[serial % tagColors.length] ?? '#57B1FD',
    };
    org.tags[module].push(tag);
    return tag;
  }

  /** Takes the tag out of the module, and so off every record. */
  deleteTag(zgid: string, module: ModuleName, name: string): boolean {
    const org = this.mustFindOrg(zgid);
    const at = org.tags[module].findIndex((tag) => tag.name === name);
    if (at < 0) return false;
    for (const record of org.records[module]) {
      if (record.tags.includes(name)) {
        this.setTags(
          zgid,
          module,
          record.id,
          record.tags.filter((each) => each !== name),
        );
      }
    }
    org.tags[module].splice(at, 1);
    return true;
  }

  /** Makes so many records that carry these tags, the newest of their module; their ids, the newest first. */
  addRecords(zgid: string, module: ModuleName, count: number, tags: readonly string[]): string[] {
    const org = this.mustFindOrg(zgid);
    for (const name of tags) this.ensureTag(zgid, module, name);
    const made = moreRecords(org, module, { count, tags, at: this.clock.now() }, seededRandom(this.seed));
    const byId = this.recordsById(zgid, module);
    for (const record of made) byId.set(record.id, record);
    org.records[module] = [...made, ...org.records[module]];
    return made.map(({ id }) => id);
  }

  deleteRecord(zgid: string, module: ModuleName, id: string): boolean {
    const org = this.mustFindOrg(zgid);
    const at = org.records[module].findIndex((record) => record.id === id);
    const record = org.records[module][at];
    if (!record) return false;
    org.records[module].splice(at, 1);
    this.recordsById(zgid, module).delete(id);
    this.history.recordDeleted({ at: this.clock.now(), zgid, module, record });
    return true;
  }

  setLocked(zgid: string, module: ModuleName, id: string, locked = true): void {
    this.mustFind(zgid, module, id).locked = locked;
  }

  forbidModule(zgid: string, module: ModuleName, forbidden = true): void {
    const { forbiddenModules } = this.mustFindOrg(zgid);
    if (forbidden) forbiddenModules.add(module);
    else forbiddenModules.delete(module);
  }

  /** The module's records as they were at `time`: copies, newest first. */
  recordsAt(zgid: string, module: ModuleName, time: number): BiginRecord[] {
    const now = this.mustFindOrg(zgid).records[module];
    return [...now, ...this.history.deletedSince(zgid, module, time)]
      .map((record) => ({ ...record, tags: [...this.history.tagsAt(record, time)] }))
      .sort((one, other) => (one.id < other.id ? 1 : -1));
  }

  private recordsById(zgid: string, module: ModuleName): Map<string, BiginRecord> {
    const place = `${zgid}/${module}`;
    const known = this.byId.get(place);
    if (known) return known;
    const records = this.org(zgid)?.records[module] ?? [];
    const byId = new Map(records.map((record) => [record.id, record]));
    this.byId.set(place, byId);
    return byId;
  }

  private mustFindOrg(zgid: string): Org {
    const org = this.org(zgid);
    if (!org) throw new Error(`no org ${zgid}`);
    return org;
  }

  private mustFind(zgid: string, module: ModuleName, id: string): BiginRecord {
    const record = this.record(zgid, module, id);
    if (!record) throw new Error(`no record ${id} in ${module} of org ${zgid}`);
    return record;
  }
}
