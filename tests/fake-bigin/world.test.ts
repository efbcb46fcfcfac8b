import { expect, test } from 'vitest';
import { createFakeBigin, dataCenters } from './index';
import { moduleNames } from './world/modules';

const world = createFakeBigin().world;
const org = (zgid: string) => {
  const found = world.org(zgid);
  if (!found) throw new Error(`no org ${zgid}`);
  return found;
};

test('the same seed builds the same world, another seed another one', () => {
  const contacts = (seed: number) => createFakeBigin({ seed }).world.org('60012345678')?.records.Contacts;
  expect(contacts(7)).toEqual(contacts(7));
  expect(contacts(7)).not.toEqual(contacts(8));
});

test('every record has an id of its own: 19 digits, of its org, newest first', () => {
  const seen = new Set<string>();
  let count = 0;
  for (const { records, idPrefix } of world.orgs) {
    for (const module of moduleNames) {
      const ids = records[module].map(({ id }) => id);
      expect(ids.every((id) => /^\d{19}$/.test(id) && id.startsWith(idPrefix))).toBe(true);
      expect(ids).toEqual(ids.toSorted().reverse());
      for (const id of ids) seen.add(id);
      count += ids.length;
    }
  }
  expect(seen.size).toBe(count);
});

test('orgs of all data centers, each with a user', () => {
  expect(new Set(world.orgs.map(({ dataCenter }) => dataCenter))).toEqual(
    new Set(dataCenters.map(({ id }) => id)),
  );
  for (const { zgid, dataCenter } of world.orgs) {
    expect(world.users.some((user) => user.orgs.includes(zgid) && user.dataCenter === dataCenter)).toBe(true);
  }
  expect(org('942010964').records.Contacts).toHaveLength(3000);
});

test('the first three contacts share tags as the list promises', () => {
  const tags = org('942010964')
    .records.Contacts.slice(0, 3)
    .flatMap((record) => record.tags);
  const count = (name: string) => tags.filter((tag) => tag === name).length;
  expect([count('VIP'), count('Trade fair 2026'), count('Überfällig')]).toEqual([2, 3, 1]);
});

test('tag names stand where they are wanted and nowhere else', () => {
  const where = (name: string) =>
    world.orgs.flatMap(({ zgid, tags }) =>
      moduleNames
        .filter((module) => tags[module].some((tag) => tag.name === name))
        .map((module) => `${zgid} ${module}`),
    );
  expect(where('vip')).toEqual(['20098765432 Contacts']);
  expect(where('Retail, wholesale')).toEqual(['942010964 Accounts']);
  const longest = Math.max(...org('942010964').tags.Contacts.map(({ name }) => Array.from(name).length));
  expect(longest).toBe(25);
});

test('records carry none to six tags, all of them tags of the module', () => {
  const { records, tags } = org('942010964');
  const known = new Set(tags.Contacts.map(({ name }) => name));
  const counts = new Set(records.Contacts.map((record) => record.tags.length));
  expect([...counts].toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(records.Contacts.every((record) => record.tags.every((name) => known.has(name)))).toBe(true);
});

test('a lookup points to a record of the other module', () => {
  const { records, zgid } = org('942010964');
  const companies = records.Contacts.map(({ fields }) => fields['Account_Name']).filter((id) => id !== null);
  expect(companies.length).toBeGreaterThan(2000);
  expect(companies.every((id) => world.record(zgid, 'Accounts', String(id)))).toBe(true);
});

test('a deleted tag is off every record, and a reset brings all back', () => {
  const fake = createFakeBigin();
  const carrying = () =>
    fake.world.org('942010964')?.records.Contacts.filter(({ tags }) => tags.includes('VIP')).length;
  const before = carrying();
  expect(before).toBeGreaterThan(0);
  expect(fake.world.deleteTag('942010964', 'Contacts', 'VIP')).toBe(true);
  expect(fake.world.deleteTag('942010964', 'Contacts', 'VIP')).toBe(false);
  expect(carrying()).toBe(0);
  fake.reset();
  expect(carrying()).toBe(before);
});

test('behaviour takes no setting that does not exist', () => {
  const fake = createFakeBigin();
  expect(() => fake.configure({ limits: { concurency: 1 } } as object)).toThrow('limits.concurency');
  fake.configure({ limits: { concurrency: 1 }, unknowns: { retryAfter: 3 } });
  expect(fake.behaviour.limits.concurrency).toBe(1);
  fake.reset();
  expect(fake.behaviour.limits.concurrency).toBe(10);
  expect(fake.behaviour.unknowns.retryAfter).toBeNull();
});
