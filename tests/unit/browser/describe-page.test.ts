import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describePage } from '@/lib/browser/describe-page';
import { withhold } from '../support/host-permissions';
import { problemOf } from '../support/problem-of';

const url = 'https://bigin.zoho.com/bigin/org1/Home#/contacts';
let described: unknown;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/152.0.0.0 Safari/537.36' });
  described = 'page: …';
  const get = () => Promise.resolve({ id: 1, url });
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(get as never);
  const noReply = (...[, , , reply]: [number, unknown, unknown, (reply?: unknown) => void]) => reply();
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(noReply as never);
  const inject = ({ files }: { files?: string[] }) =>
    Promise.resolve(files?.[0] === '/describe-page.js' ? [{ result: described }] : []);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(inject as never);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});

afterEach(() => vi.unstubAllGlobals());

describe('the description of a tab’s page', () => {
  it('is made by a script that is put there for it, even where nothing could be read', async () => {
    const text = await describePage(1);
    expect(text).toMatch(/^Untag for Bigin 1\.2\.3, Chrome\/152/);
    expect(text).toContain('The page did not answer.');
    expect(text).toMatch(/page: …$/);
  });

  it.each([[undefined], [7], ['x'.repeat(200_000)]])('is not believed in another shape', async (answer) => {
    described = answer;
    expect(await problemOf(describePage(1))).toEqual({ code: 'pageUnreachable' });
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
