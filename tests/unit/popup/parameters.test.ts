import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chooseParameter, linkParameter, namedTab, namedWindow } from '@/entrypoints/popup/parameters';

const read = (search: string) => {
  vi.stubGlobal('location', { search });
  return { tab: namedTab(), window: namedWindow(), link: linkParameter(), choose: chooseParameter() };
};

describe('the popup’s address', () => {
  it('says what the popup was opened for', () => {
    const link = 'https://bigin.zoho.com/bigin/org1/Home?a=b&c#/contacts/1';
    expect(read(`?tab=7&link=${encodeURIComponent(link)}&choose=VIP&choose=R%26D`)).toEqual({
      tab: 7,
      window: undefined,
      link,
      choose: ['VIP', 'R&D'],
    });
    expect(read('?window=3')).toMatchObject({ tab: undefined, window: 3 });
    expect(read('')).toEqual({ tab: undefined, window: undefined, link: undefined, choose: [] });
  });

  it('names a tab and a window by whole numbers alone, whatever it is', () => {
    const text = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom('-1', '1e3', '0x10', ' 7', '7.5', '', 'NaN', '%', '%E0%A4%A', '9'.repeat(400)),
    );
    fc.assert(
      fc.property(text, text, text, (tab, window, more) => {
        const named = read(`?tab=${tab}&window=${window}&${more}`);
        for (const number of [named.tab, named.window]) {
          expect(Number.isSafeInteger(number ?? 0) && (number ?? 0) >= 0).toBe(true);
        }
      }),
    );
  });
});
