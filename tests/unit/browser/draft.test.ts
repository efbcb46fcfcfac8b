import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveDraft, withPanel, type Draft } from '@/lib/browser/draft';
import { forgetClosedDrafts, readDraft } from '@/lib/browser/stored-drafts';

const draft = (filter: string) => ({ choices: [{ key: 'k', tagNames: ['VIP'], filter }] });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((() => Promise.resolve([{ id: 1 }])) as never);
});

describe('what was begun in a popup', () => {
  it('is kept for its tab', async () => {
    await saveDraft(1, draft('v'));
    expect(await readDraft(1)).toEqual(draft('v'));
    expect(await readDraft(2)).toEqual({ choices: [] });
  });

  it('is kept whole', async () => {
    const whole: Draft = {
      ...draft('v'),
      panel: 'byTag',
      pasted: '1',
      byTag: { module: 'Accounts', tagIds: ['1', '2'], filter: 'v' },
      module: 'Tasks',
    };
    await saveDraft(1, whole);
    expect(await readDraft(1)).toEqual(whole);
  });

  it('is what came last, however fast it came', async () => {
    await Promise.all(['v', 'vi', 'vip'].map((filter) => saveDraft(1, draft(filter))));
    expect(await readDraft(1)).toEqual(draft('vip'));
  });

  it('is nothing where something else is stored', async () => {
    await fakeBrowser.storage.session.set({ 'draft-1': { choices: 'VIP' } });
    expect(await readDraft(1)).toEqual({ choices: [] });
  });

  it('is forgotten with its tab', async () => {
    await saveDraft(1, draft('v'));
    await saveDraft(2, draft('v'));
    await forgetClosedDrafts();
    expect(await readDraft(1)).toEqual(draft('v'));
    expect(await readDraft(2)).toEqual({ choices: [] });
  });

  it('is not kept where there is no room for it', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    await saveDraft(1, draft('v'));
    await saveDraft(1, draft('vi'));
    expect(await readDraft(1)).toEqual(draft('vi'));
  });
});

describe('going from panel to panel', () => {
  const begun = { pasted: '1', byTag: { module: 'Tasks' as const, tagIds: ['1'], filter: '' }, choices: [] };

  it('forgets nothing of what was begun by opening one', () => {
    expect(withPanel({ ...begun, panel: 'paste' }, 'byTag')).toEqual({ panel: 'byTag' });
  });

  it.each([
    ['paste', { pasted: undefined }],
    ['byTag', { byTag: undefined }],
    ['report', {}],
    [undefined, {}],
  ] as const)('forgets by going back from one what was begun in it: %s', (panel, forgotten) => {
    expect(withPanel({ ...begun, panel }, undefined)).toStrictEqual({ panel: undefined, ...forgotten });
  });
});
