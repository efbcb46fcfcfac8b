import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { explain } from '@/lib/bigin/errors/explain';
import { describePage } from '@/lib/browser/describe-page';
import { anyJson, isPolluted, mutationsOf } from '../fuzz/any-json';
import { withhold } from '../support/host-permissions';
import { problemOf } from '../support/problem-of';

const url = 'https://bigin.zoho.com/bigin/org1/Home#/contacts';
let described: unknown;

beforeEach(() => {
  fakeBrowser.reset();
  described = 'page: …';
  const get = () => Promise.resolve({ id: 1, url });
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(get as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
  const inject = ({ files }: { files?: string[] }) =>
    Promise.resolve(files?.[0] === '/describe-page.js' ? [{ result: described }] : []);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(inject as never);
});

describe('the description of a tab’s page', () => {
  it('is made by a script that is put there for it, even where nothing could be read', async () => {
    expect(await describePage(1)).toEqual({ reading: null, structure: 'page: …' });
  });

  it.each([[undefined], [7], ['x'.repeat(200_000)]])('is not believed in another shape', async (answer) => {
    described = answer;
    expect(await problemOf(describePage(1))).toEqual({ code: 'pageUnreachable' });
  });

  it('is the text that was answered, of a length that can be shown, or a problem', async () => {
    const answers = fc.oneof(
      mutationsOf('page: …'),
      fc.nat(200_000).map((length) => 'x'.repeat(length)),
    );
    await fc.assert(
      fc.asyncProperty(answers, fc.option(anyJson), async (answer, reading) => {
        described = answer;
        vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(reading);
        const isShowable = typeof answer === 'string' && answer.length <= 100_000;
        const expected = isShowable ? { reading: null, structure: answer } : { code: 'pageUnreachable' };
        expect(await describePage(1).catch(explain)).toEqual(expected);
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is made of no page but Bigin’s', async () => {
    const get = () => Promise.resolve({ id: 1, url: 'https://example.com/' });
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(get as never);
    expect(await problemOf(describePage(1))).toEqual({ code: 'notBigin' });
  });

  it('is made of no page that the user keeps from the extension: that is said', async () => {
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((() => Promise.resolve({ id: 1 })) as never);
    withhold('bigin.zoho.com');
    expect((await problemOf(describePage(1))).code).toBe('pageHidden');
  });
});
