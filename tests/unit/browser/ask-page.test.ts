import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askPage } from '@/lib/browser/ask-page';
import { noDoubts, type PageReading } from '@/lib/selection/page-reading';
import { withhold } from '../support/host-permissions';
import { problemOf } from '../support/problem-of';

const url = 'https://bigin.zoho.com/bigin/org1/Home#/contacts';
const reading: PageReading = {
  ...noDoubts,
  url,
  parts: [{ source: 'list', modules: ['Contacts'], ids: ['7618134000000632028'] }],
};
const answers: unknown[] = [];
const send = vi.fn<(tabId: number, message: unknown) => Promise<unknown>>();
const inject = vi.fn<() => Promise<unknown[]>>();

beforeEach(() => {
  answers.length = 0;
  inject.mockReset().mockResolvedValue([]);
  show(url);
  send.mockReset().mockImplementation(() => Promise.resolve(answers.shift()));
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(inject as never);
});

function show(tabUrl: string | undefined): void {
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((() =>
    Promise.resolve({ id: 1, url: tabUrl })) as never);
}

describe('asking a page what is selected', () => {
  it('asks the page’s list components first, and hands on what is of the right kind', async () => {
    const lists = [{ module: 'Contacts', ids: ['7618134000000632028'] }];
    inject.mockResolvedValueOnce([{ result: lists }]);
    answers.push({ res: reading });
    await askPage(1);
    expect(inject).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 1 }, world: 'MAIN' }));
    expect(send.mock.calls[0]?.[1]).toMatchObject({ data: { components: lists } });
  });

  it.each([[undefined], ['x'], [[{ module: 7, ids: [] }]], [[{ module: 'Contacts', ids: [1] }]]])(
    'does without what a component answers in another shape: %j',
    async (result) => {
      inject.mockResolvedValueOnce([{ result }]);
      answers.push({ res: reading });
      expect(await askPage(1)).toEqual(reading);
      expect(send.mock.calls[0]?.[1]).toMatchObject({ data: { components: [] } });
    },
  );

  it('asks the content script that is there', async () => {
    answers.push({ res: reading });
    expect(await askPage(1)).toEqual(reading);
    expect(inject).not.toHaveBeenCalledWith(expect.objectContaining({ files: expect.anything() as unknown }));
  });

  it('puts the content script into a page that was open before the extension', async () => {
    answers.push(undefined, { res: reading });
    expect(await askPage(1)).toEqual(reading);
    expect(inject).toHaveBeenCalledWith({ target: { tabId: 1 }, files: ['/content-scripts/bigin.js'] });
  });

  it('gives up where that does not answer either', async () => {
    inject.mockRejectedValue(new Error('Cannot access contents of the page'));
    expect(await problemOf(askPage(1))).toEqual({ code: 'pageUnreachable' });
  });

  it.each([
    [{ res: { ...reading, parts: [{ ...reading.parts[0], ids: ['x'] }] } }],
    [{ res: 'x' }],
    [{ res: { ...reading, shortfall: -1 } }],
  ])('does not believe an answer of another shape: %j', async (answer) => {
    answers.push(answer);
    expect(await problemOf(askPage(1))).toEqual({ code: 'pageUnreachable' });
  });

  it('says that it may not see a page that may be Bigin’s', async () => {
    withhold('bigin.zoho.com', 'www.zohoapis.eu');
    show(undefined);
    expect(await problemOf(askPage(1))).toEqual({ code: 'pageHidden', values: { hosts: 'bigin.zoho.com' } });
    show('https://example.com/');
    expect(await problemOf(askPage(1))).toEqual({ code: 'notBigin' });
    vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with id: 1'));
    expect(await problemOf(askPage(1))).toEqual({ code: 'notBigin' });
    expect(send).not.toHaveBeenCalled();
  });

  it.each(['https://bigin.zoho.com/bigin/org2/Home#/contacts', 'https://bigin.zoho.eu/bigin/org1/Home'])(
    'does not believe a page that speaks for another organization: %s',
    async (other) => {
      answers.push({ res: { ...reading, url: other } });
      expect(await problemOf(askPage(1))).toEqual({ code: 'pageUnreachable' });
    },
  );

  it.each([[undefined], ['https://example.com/'], ['https://bigin.zoho.com.evil.example/bigin/org1/Home']])(
    'asks no page but Bigin’s: %s',
    async (tabUrl) => {
      show(tabUrl);
      expect(await problemOf(askPage(1))).toEqual({ code: 'notBigin' });
      expect(send).not.toHaveBeenCalled();
    },
  );
});
