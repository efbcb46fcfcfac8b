import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askLoadTime, askUnsaved } from '@/lib/browser/page-state';
import { problemOf } from '../support/problem-of';

const org = { dataCenter: 'us', org: 'org1' } as const;
const inject = vi.fn<(injection: unknown) => Promise<unknown[]>>();

function show(url: string): void {
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((() => Promise.resolve({ id: 1, url })) as never);
}

beforeEach(() => {
  show('https://bigin.zoho.com/bigin/org1/Home#/contacts');
  inject.mockReset();
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(inject as never);
});

describe('when a page was loaded', () => {
  it('is asked of the page itself, and of no frame or field in it', async () => {
    inject.mockResolvedValue([{ frameId: 0, result: 1_700_000_000_000.5 }]);
    expect(await askLoadTime(1, org)).toBe(1_700_000_000_000.5);
    expect(inject.mock.calls).toEqual([[{ target: { tabId: 1 }, func: expect.any(Function) as unknown }]]);
  });

  it.each([[[]], [[{ result: 'x' }]], [[{ result: Number.NaN }]]])(
    'is not known where it answers nothing of the kind: %j',
    async (answers) => {
      inject.mockResolvedValue(answers);
      expect(await askLoadTime(1, org)).toBeNull();
    },
  );
});

describe('input that a reload would lose', () => {
  it('is that of all frames of the page', async () => {
    inject.mockResolvedValue([
      { result: { fields: ['Note'], isWhole: true } },
      { result: { fields: ['Subject'], isWhole: true } },
    ]);
    expect(await askUnsaved(1, org)).toEqual(['Note', 'Subject']);
    expect(inject).toHaveBeenCalledWith({
      target: { tabId: 1, allFrames: true },
      files: ['/unsaved-input.js'],
    });
  });

  it('is none where every frame says so', async () => {
    inject.mockResolvedValue([{ result: { fields: [], isWhole: true } }]);
    expect(await askUnsaved(1, org)).toEqual([]);
  });

  it.each([
    ['the page does not answer', []],
    ['a frame could not be looked at', [{ fields: [], isWhole: false }]],
    ['a frame answers in another shape', [{ fields: [], isWhole: true }, 'x']],
  ])('is not known where %s', async (_, results) => {
    inject.mockResolvedValue(results.map((result) => ({ result })));
    expect(await askUnsaved(1, org)).toBeNull();
  });

  it('is told where some was seen, though not all could be', async () => {
    inject.mockResolvedValue([{ result: { fields: ['Note'], isWhole: false } }]);
    expect(await askUnsaved(1, org)).toEqual(['Note']);
  });
});

describe('a tab that shows another organization by now', () => {
  it.each([
    ['when it was loaded', askLoadTime],
    ['what is unsaved in it', askUnsaved],
  ])('is not asked %s', async (_, ask) => {
    show('https://bigin.zoho.com/bigin/org2/Home#/contacts');
    expect(await problemOf(ask(1, org))).toEqual({ code: 'tabMoved' });
    expect(inject).not.toHaveBeenCalled();
  });
});
