import { describe, expect, it } from 'vitest';
import { filterTags } from '@/lib/preview/filter-tags';

const names = [
  'VIP',
  'Trade fair 2026',
  'Überfällig',
  'Größe & Maß',
  'İstanbul',
  '見込み客',
  'नया ग्राहक',
  'عميل مهم',
  '🔥 Hot lead',
  'ΟΔΟΣ',
  'C++',
];
const matches = (typed: string) =>
  filterTags(
    names.map((name) => ({ name })),
    typed,
  ).map(({ name }) => name);

describe('filtering tags', () => {
  it.each([
    ['vip', 'VIP'],
    ['UBERFALLIG', 'Überfällig'],
    ['überfällig', 'Überfällig'],
    ['grosse', 'Größe & Maß'],
    ['mass', 'Größe & Maß'],
    ['istanbul', 'İstanbul'],
    ['見込', '見込み客'],
    ['ग्राहक', 'नया ग्राहक'],
    ['مهم', 'عميل مهم'],
    ['🔥', '🔥 Hot lead'],
    ['οδος', 'ΟΔΟΣ'],
    ['c++', 'C++'],
    ['^', undefined],
  ])('%s finds %s', (typed, found) => {
    expect(matches(typed)).toEqual(found === undefined ? [] : [found]);
  });

  it('takes the words in any order', () => {
    expect(matches('2026 trade')).toEqual(['Trade fair 2026']);
    expect(matches('2027 trade')).toEqual([]);
  });

  it('leaves all of them where nothing, or only blanks, was typed', () => {
    expect(matches('')).toEqual(names);
    expect(matches('  ')).toEqual(names);
  });

  it('does not take one vowel sign for another', () => {
    expect(filterTags([{ name: 'की' }], 'कि')).toEqual([]);
  });
});
