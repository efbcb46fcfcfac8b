import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createGatherer, readGathering, startGathering } from '@/lib/browser/gatherings-of-tab';
import { readGiven } from '@/lib/browser/given-selections';
import { storedGathering } from '@/lib/browser/stored-gathering';
import type { Calls } from '@/lib/calls/calls';
import type { GatherRequest } from '@/lib/gather/gather-request';
import type { Gatherer } from '@/lib/gather/gatherer';
import { PreviewStore } from '@/lib/preview/preview-store';
import { ProblemError } from '@/lib/problem';
import { createFakeBigin } from '../../fake-bigin/index';
import { callsTo } from '../support/calls';
import { eventually } from '../support/eventually';
import { withhold } from '../support/host-permissions';
import { clientOf, zylker } from '../support/fake';
import { testDatabase } from '../support/test-database';

const tab = 7;
const request: GatherRequest = {
  dataCenter: 'us',
  org: `org${zylker}`,
  module: 'Contacts',
  what: { kind: 'tag', tagNames: ['VIP'] },
};

let isOpen: boolean;
/** Whether the tab's address is told: without access to the web app, it is not. */
let isSeen: boolean;
let callsOf: ReturnType<typeof vi.fn<() => Promise<Calls>>>;
let gatherer: Gatherer;

beforeEach(async () => {
  fakeBrowser.reset();
  isOpen = true;
  isSeen = true;
  const url = `https://bigin.zoho.com/bigin/${request.org}/Home#/contacts`;
  const get = () =>
    isOpen ? Promise.resolve({ id: tab, ...(isSeen && { url }) }) : Promise.reject(new Error('No tab'));
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(get as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: tab, url }] as never);
  const previews = Promise.resolve(new PreviewStore(await testDatabase()));
  const calls = callsTo(clientOf(createFakeBigin()));
  callsOf = vi.fn(() => Promise.resolve(calls));
  gatherer = createGatherer({ callsOf, previews });
});

/** Reads until a sign-in is needed. */
async function failFirst(): Promise<void> {
  callsOf.mockRejectedValueOnce(new ProblemError('signInNeeded', { org: 'Zylker' }));
  await startGathering(gatherer, tab, request);
  await eventually(() => expect(gatherer.state(tab)?.problem?.code).toBe('signInNeeded'));
  await eventually(async () => expect(await storedGathering(tab)).toBeUndefined());
}

describe('a reading of records for a tab that waited for a sign-in', () => {
  it('is begun again after it, and outlives the worker then as it did before', async () => {
    await failFirst();
    gatherer.retry(() => true);
    await eventually(async () => expect(await storedGathering(tab)).toEqual(request));
    await eventually(async () => expect((await readGiven(tab))?.given?.kind).toBe('tag'));
    await eventually(async () => expect(await storedGathering(tab)).toBeUndefined());
    expect(gatherer.state(tab)).toBeUndefined();
  });

  it('is begun again though the web app is kept from the extension, and not dropped without a word', async () => {
    await failFirst();
    isSeen = false;
    withhold('bigin.zoho.com');
    gatherer.retry(() => true);
    await eventually(async () => expect(await storedGathering(tab)).toEqual(request));
    await eventually(async () => expect(await storedGathering(tab)).toBeUndefined());
    isSeen = true;
    expect((await readGiven(tab))?.given?.kind).toBe('tag');
  });

  it('is forgotten where its tab is gone by then: nobody would see it', async () => {
    await failFirst();
    isOpen = false;
    gatherer.retry(() => true);
    await eventually(() => expect(gatherer.state(tab)).toBeUndefined());
    expect(callsOf).toHaveBeenCalledTimes(1);
    expect(await readGathering(gatherer, tab)).toBeUndefined();
  });
});

it('a reading that is cancelled when all has been read takes the place of no selection', async () => {
  let keep = () => {};
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  const save = vi.spyOn(PreviewStore.prototype, 'save').mockReturnValue(kept);
  await startGathering(gatherer, tab, request);
  await eventually(() => expect(save).toHaveBeenCalled());
  gatherer.cancel(tab);
  keep();
  await new Promise((resolve) => void setTimeout(resolve, 20));
  expect(await readGiven(tab)).toBeUndefined();
});
