import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetGiven, readGiven, saveGiven } from '@/lib/browser/given-selections';
import { buildSelections } from '@/lib/selection/build-selections';

const selections = buildSelections({ dataCenter: 'us', org: 'org1' }, [
  { source: 'pasted', modules: ['Contacts'], ids: ['7618134000000632028'] },
]);
const contacts = 'https://bigin.zoho.com/bigin/org1/Home#/contacts';
let tabs: { id: number; url: string }[];

beforeEach(() => {
  fakeBrowser.reset();
  tabs = [
    { id: 1, url: contacts },
    { id: 2, url: contacts },
  ];
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((() => Promise.resolve(tabs)) as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(((id: number) => {
    const tab = tabs.find((each) => each.id === id);
    return tab ? Promise.resolve(tab) : Promise.reject(new Error('no such tab'));
  }) as never);
});

describe('what a user gave in place of the page’s selection', () => {
  it('is kept for its tab, until it is forgotten', async () => {
    await saveGiven(1, selections);
    expect(await readGiven(1)).toEqual(selections);
    expect(await readGiven(2)).toBeUndefined();
    await forgetGiven(1);
    expect(await readGiven(1)).toBeUndefined();
  });

  it.each([
    ['another organization', 'https://bigin.zoho.com/bigin/org2/Home#/contacts'],
    ['another data center', 'https://bigin.zoho.eu/bigin/org1/Home#/contacts'],
    ['another site', 'https://example.com/'],
  ])('does not hold where the tab shows %s', async (_, url) => {
    await saveGiven(1, selections);
    tabs = [{ id: 1, url }];
    expect(await readGiven(1)).toBeUndefined();
  });

  it('goes with its tab, when the next one needs the room', async () => {
    await saveGiven(1, selections);
    tabs = [{ id: 2, url: contacts }];
    await saveGiven(2, selections);
    expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(['given-2']);
  });

  it('is not believed in another shape', async () => {
    await fakeBrowser.storage.session.set({ 'given-1': { ...selections, org: 'x' } });
    expect(await readGiven(1)).toBeUndefined();
  });
});
