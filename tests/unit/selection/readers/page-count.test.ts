// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageCounts } from '@/lib/selection/readers/page-count';
import { parseCount } from '@/lib/selection/readers/parse-count';
import { parseHtml } from '../../support/parse-html';

describe('a count in a text', () => {
  it.each([
    ['1 Record Selected', 1],
    ['1,234 Records Selected', 1234],
    ['1.234.567 Datensätze ausgewählt', 1_234_567],
    ['1\u202f234 enregistrements sélectionnés', 1234],
    ['1\u00a0234 registros', 1234],
    ['1’234 Datensätze', 1234],
    ['12件のレコードを選択中', 12],
    ['１２３件', 123],
    ['१,२३४ रिकॉर्ड चयनित', 1234],
    ['१२,३४,५६७', 1_234_567],
    ['تم تحديد ١٬٢٣٤ من السجلات', 1234],
    ['۱۲۳ رکورد', 123],
    ['Selected: 0', 0],
    ['1,000,000,000 selected', 1e9],
    ['3 of 120 selected', 3],
    ['2, then 3', 2],
    ['3 25 selected', 3],
    ['1 234 5 selected', 1234],
  ])('“%s” is %i', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each(['', 'Clear', 'No records', '1,000,000,001', '99999999999999999999', '9007199254740991'])(
    '“%s” is none',
    (text) => {
      expect(parseCount(text)).toBeUndefined();
    },
  );

  it.each([
    'en',
    'de',
    'fr',
    'pt',
    'ja',
    'en-IN',
    'de-CH',
    'sv',
    'hi-u-nu-deva',
    'ar-u-nu-arab',
    'fa-u-nu-arabext',
    'bn-u-nu-beng',
    'th-u-nu-thai',
    'my-u-nu-mymr',
  ])('of any size reads back from how %s writes it', (locale) => {
    const numbers = new Intl.NumberFormat(locale);
    fc.assert(
      fc.property(fc.nat(99_999_999), (count) => {
        expect(parseCount(`• ${numbers.format(count)} …`)).toBe(count);
      }),
    );
  });
});

describe('how many records a page says are selected', () => {
  const count = (html: string) => readPageCounts(parseHtml(html), [])[0]?.count;
  const clear = (text = 'Clear') => `<button data-zcqa="clearRecords">${text}</button>`;

  it('stands beside the control that clears the selection', () => {
    expect(count(`<p>50 per page</p><div><span>3 Selected</span>${clear()}</div>`)).toBe(3);
    expect(count(`<div>${clear('Clear 3')}</div>`)).toBe(3);
    expect(count(`<div><div>${clear()}</div><b>3 selected</b></div>`)).toBe(3);
    expect(count(`<div><span>3</span><i></i>${clear()}</div>`)).toBe(3);
  });

  it('is the number that is closest to it, and none that is far off', () => {
    expect(count(`<div>50 per page <span>3 Selected</span>${clear()}</div>`)).toBe(3);
    expect(count(`<div><span>50</span>${clear('Clear 3')}</div>`)).toBe(3);
    expect(count(`<div>50 <div>3 <i></i>${clear()}</div></div>`)).toBe(3);
    expect(count(`<div>50 <div><div>${clear()}</div></div></div>`)).toBeUndefined();
  });

  it('is unknown without that control, however many numbers there are', () => {
    expect(count('<p>3 selected</p>')).toBeUndefined();
  });

  it('is of the lists that are closest to it, and are not closer to another one', () => {
    const part = (said: number, lists: string) => `<section><b>${said}</b>${clear()}${lists}</section>`;
    const inner = part(4, '<ul id="b"></ul>');
    const document = parseHtml(part(3, `<ul id="a"></ul>${inner}<ul id="c"></ul>`) + '<ul id="d"></ul>');
    const counts = readPageCounts(document, [...document.querySelectorAll('ul')]);
    expect(counts.map((each) => [each.count, ...each.lists.map(({ id }) => id)])).toEqual([
      [3, 'a', 'c'],
      [4, 'b'],
    ]);
  });

  it('counts once where it is drawn twice for one list', () => {
    const document = parseHtml(`<p><b>3</b>${clear()}</p><p><b>3</b>${clear()}</p><ul></ul>`);
    expect(readPageCounts(document, [...document.querySelectorAll('ul')])).toMatchObject([{ count: 3 }]);
  });

  it('is the larger one where two are drawn for one list, so that nothing is missed', () => {
    for (const [one, other] of [
      [3, 4],
      [4, 3],
    ]) {
      const document = parseHtml(`<p><b>${one}</b>${clear()}</p><p><b>${other}</b>${clear()}</p><ul></ul>`);
      expect(readPageCounts(document, [...document.querySelectorAll('ul')])).toMatchObject([{ count: 4 }]);
    }
  });

  it.each(['<button>Select all 3,000</button>', '<a>Select all 3,000</a>'])(
    'is not taken from a control beside it: %s',
    (offer) => {
      expect(count(`<div><b>1 selected</b>${offer}${clear()}</div>`)).toBe(1);
      expect(count(`<div><b>1 selected</b>${clear()}${offer}</div>`)).toBe(1);
      expect(count(`<div>${offer}${clear()}</div>`)).toBeUndefined();
    },
  );

  it('keeps its digits where a control beside it shows one of them', () => {
    expect(count(`<div><span>12 selected</span><button>1</button>${clear()}</div>`)).toBe(12);
    expect(count(`<div><i><span>25 selected</span></i><button>2</button>${clear()}</div>`)).toBe(25);
  });

  it('is not taken from a whole page’s text', () => {
    expect(count(`<div>${'word '.repeat(40)} 3 ${clear()}</div>`)).toBeUndefined();
  });

  it('is not taken from a control that is hidden', () => {
    const document = parseHtml(`<div><span>3 Selected</span>${clear()}</div>`);
    const hidden = document.querySelector('button');
    if (hidden) hidden.checkVisibility = () => false;
    expect(readPageCounts(document, [])[0]).toBeUndefined();
  });
});
