import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStructuralName, namePattern } from '@/lib/selection/diagnostic/name-pattern';
import { PageWords } from '@/lib/selection/diagnostic/page-words';

/** A name of the markup, on a page that has these texts. */
const pattern = (name: string, ...texts: string[]) => {
  const words = new PageWords();
  for (const text of texts) words.add(text);
  return namePattern(name, words);
};

describe('a name of the page’s markup', () => {
  it.each([
    ['cxLvTableRowSelected', '3 Records Selected in this table'],
    ['selectEntity', 'Select all'],
    ['zgGridTile--on', 'Jane Doe'],
    ['Contacts', 'Contacts'],
    ['col-12', 'Jane Doe'],
    ['zgTable', 'able to'],
  ])('is told where it is the app’s: %s', (name, text) => {
    expect(pattern(name, text)).toBe(name);
  });

  it.each([
    ['tag-VIP', 'VIP', 'tag-<word>'],
    ['row-jane-doe', 'Jane Doe', 'row-<word>-<word>'],
    ['rowJaneDoe', 'Jane Doe', 'row<word><word>'],
    ['janedoe', 'Jane Doe', '<word>'],
    ['rowjane', 'Jane Doe', '<word>'],
    ['row-jane', 'janedoe@example.com', 'row-<word>'],
    ['row-liwu', 'Li Wu', 'row-<word>'],
    ['row-wu', 'Li Wu', 'row-<word>'],
    ['omalley', 'Rosa O’Malley', '<word>'],
    ['row-jurgen', 'Jürgen', 'row-<word>'],
    ['tagWKXZzqbRow', 'WKXZ zqb', 'tag<word><word>Row'],
    ['wkXzq', 'wkxzqj', '<word><word>'],
    ['data-vipcustomer', 'VipCustomer', 'data-<word>'],
  ])('%s hides the words of the text “%s”: %s', (name, text, hidden) => {
    expect(pattern(name, text)).toBe(hidden);
  });

  it.each([
    ['selectEntity_7618134000000632028', 'selectEntity_<19 digits>'],
    ['7618134000000632028', '<19 digits>'],
    ['row-555-01-99', 'row-<3 digits>-<2 digits>-<2 digits>'],
    ['jürgen', '<name>'],
    ['jane.doe', '<name>'],
    ['jane@example.com', '<name>'],
    ['名前', '<name>'],
    ['-x', '<name>'],
    ['', '<name>'],
    ['a'.repeat(41), '<name>'],
  ])('hides digits and what is no plain name: %s', (name, hidden) => {
    expect(pattern(name)).toBe(hidden);
  });

  it('has no word of the page, wherever in the name it stands', () => {
    const anyWord = fc.stringMatching(/^[qzxjkwv]{4,9}$/);
    const around = fc.constantFrom('', 'row', 'row-', 'Lyte', 'x_', '1');
    fc.assert(
      fc.property(anyWord, around, around, (word, before, after) => {
        expect(pattern(`${before}${word}${after}`, `Dear ${word}!`).toLowerCase()).not.toContain(word);
      }),
    );
  });
});

describe('a value that may be a record’s name', () => {
  it.each(['clearRecords', 'detailView', 'listView_selectAllEntity', 'cxListViewTable'])(
    'is the app’s where it is several words of markup: %s',
    (value) => {
      expect(isStructuralName(value)).toBe(true);
    },
  );

  it.each(['Jane', 'Table', 'McDonald', 'janeDoe', 'List View', 'Zylker_View', 'Fürstenberg', ''])(
    'is a record’s otherwise: “%s”',
    (value) => {
      expect(isStructuralName(value)).toBe(false);
    },
  );
});
