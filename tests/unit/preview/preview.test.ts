import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRecords, summarize, type Preview } from '@/lib/preview/preview';
import { selectionKey } from '@/lib/preview/selection-key';
import { pack, unpack } from '@/lib/preview/stored-preview';
import { createFakeBigin } from '../../fake-bigin/index';
import { at, newest, zylker } from '../support/fake';
import { connectionId, previewOf, selectionOfIds } from '../support/preview-of';

const preview: Preview = {
  id: 'p',
  connectionId,
  dataCenter: 'us',
  org: `org${zylker}`,
  module: 'Contacts',
  selectionKey: 'k',
  readAt: 0,
  records: [],
  colors: [],
  missing: [],
};
const withTags = (...tags: string[][]) =>
  summarize({ ...preview, records: tags.map((each, index) => ({ id: String(index), tags: each })) });

describe('a preview', () => {
  it('says which tags the selected records carry, on how many, the most first', async () => {
    const { tags, recordCount, missingCount } = summarize(await previewOf(createFakeBigin()));
    expect(tags.map(({ name, count }) => [name, count])).toEqual([
      ['Trade fair 2026', 3],
      ['VIP', 2],
      ['Newsletter', 1],
      ['Überfällig', 1],
    ]);
    expect(tags.every(({ color }) => color?.startsWith('#'))).toBe(true);
    expect([recordCount, missingCount]).toEqual([3, 0]);
  });

  it('counts the records that are gone apart', async () => {
    const fake = createFakeBigin();
    const [first = '', ...others] = newest(fake, 3);
    fake.world.deleteRecord(zylker, 'Contacts', first);
    const made = await previewOf(fake, [first, ...others]);
    expect(made.missing).toEqual([first]);
    expect(summarize(made)).toMatchObject({ recordCount: 2, missingCount: 1 });
  });

  it('of records without tags has none', async () => {
    const fake = createFakeBigin();
    expect(summarize(await previewOf(fake, [at(newest(fake, 4), 3)])).tags).toEqual([]);
  });

  it('reads back from where it is stored', async () => {
    const made = await previewOf(createFakeBigin());
    expect(made.colors).not.toEqual([]);
    expect(unpack(structuredClone(pack(made)))).toEqual(made);
  });

  it('shows tags that differ by case alone as they are', () => {
    expect(withTags(['VIP', 'vip'], ['vip']).tags.map(({ name, count }) => [name, count])).toEqual([
      ['vip', 2],
      ['VIP', 1],
    ]);
  });

  it('counts a tag once a record', () => {
    expect(withTags(['A', 'A']).tags).toEqual([{ name: 'A', count: 1 }]);
  });
});

describe('how many records a choice is about', () => {
  it('is those with any of the chosen tags', async () => {
    const summary = summarize(await previewOf(createFakeBigin()));
    const counts = [['VIP'], ['VIP', 'Newsletter'], ['VIP', 'Überfällig'], [], ['no tag']].map((chosen) =>
      countRecords(summary, new Set(chosen)),
    );
    expect(counts).toEqual([2, 2, 3, 0, 0]);
  });

  it('is so for any tags and any choice', () => {
    const someTags = fc.array(fc.constantFrom('A', 'B', 'C', 'a', 'D,E', ' ', '0 1'));
    fc.assert(
      fc.property(fc.array(someTags, { maxLength: 30 }), someTags, (records, choice) => {
        const chosen = new Set(choice);
        const expected = records.filter((tags) => tags.some((tag) => chosen.has(tag))).length;
        expect(countRecords(withTags(...records), chosen)).toBe(expected);
      }),
    );
  });
});

describe('the key of a selection', () => {
  it('is the same for the same records in any order, and another for any others', async () => {
    const key = (...ids: string[]) => selectionKey(selectionOfIds(ids));
    expect(await key('1', '2')).toBe(await key('2', '1'));
    const others = [
      key('1'),
      key('12'),
      key('1', '2', '3'),
      selectionKey(selectionOfIds(['1', '2'], 'Calls')),
    ];
    expect(await Promise.all(others)).not.toContain(await key('1', '2'));
    expect(new Set(await Promise.all(others)).size).toBe(others.length);
  });
});
