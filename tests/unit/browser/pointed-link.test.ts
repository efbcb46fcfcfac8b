import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askPointedLink, onLinkPointed } from '@/lib/browser/pointed-link';

type Listener = (message: unknown, sender: object, reply: (reply: unknown) => void) => unknown;

const contentScript = {
  id: 'test-extension-id',
  url: 'https://bigin.zoho.com/bigin/org1/Home#/contacts',
  frameId: 0,
  tab: { id: 7 },
};
const hear = vi.fn(() => Promise.resolve());
let listener: Listener;

beforeAll(() => {
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  onLinkPointed(hear);
  listener = add.mock.calls[0]?.[0] as Listener;
});
beforeEach(() => hear.mockClear());

function tell(sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    listener({ id: 1, type: 'linkPointed', timestamp: 0 }, sender, resolve);
  });
}

/** Has the content script of any tab answer its next question. */
function answerWith(answer: unknown): void {
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValueOnce(answer);
}

describe('the link that a page’s content script tells of', () => {
  it('is heard of from our own, in the top frame of a page of Bigin’s', async () => {
    await tell(contentScript);
    expect(hear).toHaveBeenCalledTimes(1);
    await tell({ ...contentScript, id: 'other' });
    await tell({ ...contentScript, frameId: 1 });
    await tell({ ...contentScript, url: 'https://example.com/' });
    expect(hear).toHaveBeenCalledTimes(1);
  });

  const link = 'https://bigin.zoho.com/bigin/org1/Home#/companies/7618134000000632028';
  it.each([
    [link, { dataCenter: 'us', org: 'org1', modules: ['Accounts'], recordId: '7618134000000632028' }],
    ['https://example.com/', undefined],
    [undefined, undefined],
    [{ url: link }, undefined],
  ])('is asked for, and read as any address: %j', async (answer, page) => {
    answerWith({ res: answer });
    expect(await askPointedLink(7)).toEqual(page);
  });

  it('is none where no content script answers', async () => {
    answerWith({ err: { message: 'Receiving end does not exist.' } });
    expect(await askPointedLink(7)).toBeUndefined();
  });
});
