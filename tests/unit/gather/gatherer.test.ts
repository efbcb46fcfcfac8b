import { beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '@/lib/calls/clock';
import { gatheredSelections } from '@/lib/gather/gathered-selections';
import { Gatherer, type GathererOptions } from '@/lib/gather/gatherer';
import { gatherRequestSchema, type GatherRequest } from '@/lib/gather/gather-request';
import type { Gathered } from '@/lib/gather/gather-records';
import * as z from '@/lib/zod';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { callsTo } from '../support/calls';
import { eventually } from '../support/eventually';
import { at, clientOf, zylker } from '../support/fake';

let fake: FakeBigin;
let ended: ReturnType<typeof vi.fn<() => void>>;
let gathered: ReturnType<typeof vi.fn<GathererOptions['onGathered']>>;
let gatherer: Gatherer;

const tab = 7;
const page = { dataCenter: 'us', org: `org${zylker}` } as const;
const vipView = () => at(fake.world.org(zylker)?.views.Contacts ?? [], 1);
const view = (count = 430, { isCertain = true, ticked = [] as string[] } = {}): GatherRequest => ({
  ...page,
  module: 'Contacts',
  what: { kind: 'view', cvid: vipView().id, count, isCertain, ticked },
});
const tagged = (...tagNames: string[]): GatherRequest => ({
  ...page,
  module: 'Contacts',
  what: { kind: 'tag', tagNames },
});
const ids = ({ records }: Pick<Gathered, 'records'>) => records.map(({ id }) => id).toSorted();
const withTag = (tag: string) =>
  (fake.world.org(zylker)?.records.Contacts ?? [])
    .filter(({ tags }) => tags.includes(tag))
    .map(({ id }) => id);

beforeEach(() => {
  fake = createFakeBigin();
  ended = vi.fn();
  gathered = vi.fn(() => Promise.resolve());
  gatherer = new Gatherer({
    callsOf: () => Promise.resolve(callsTo(clientOf(fake))),
    clock: systemClock,
    onBegin: () => ended,
    again: (tabId, request) => Promise.resolve(gatherer.start(tabId, request)),
    onGathered: gathered,
  });
});

/** Reads to the end. */
async function gather(request: GatherRequest) {
  ended.mockClear();
  gatherer.start(tab, request);
  await eventually(() => expect(ended).toHaveBeenCalled());
  return gatherer.state(tab)?.problem;
}

describe('reading records for a selection', () => {
  it('of a view hands over all of its records, and is then forgotten', async () => {
    expect(await gather(view())).toBeUndefined();
    expect(gatherer.state(tab)).toBeUndefined();
    const [toTab, request, found] = at(gathered.mock.calls, 0);
    expect([toTab, request]).toEqual([tab, view()]);
    const expected = fake.world.org(zylker)?.records.Contacts.filter((record) => vipView().includes(record));
    expect(ids(found)).toEqual(expected?.map(({ id }) => id).toSorted());
  });

  it('by tag hands over every record that has one of them', async () => {
    await gather(tagged('VIP', 'C++'));
    const expected = new Set([...withTag('VIP'), ...withTag('C++')]);
    expect(ids(at(gathered.mock.calls, 0)[2])).toEqual([...expected].toSorted());
  });

  it('tells how far it is', async () => {
    const reads: number[] = [];
    fake.configure({ latencyMs: 2 });
    gatherer.start(tab, tagged('VIP'));
    await eventually(
      () => {
        reads.push(gatherer.state(tab)?.read ?? 3000);
        expect(ended).toHaveBeenCalled();
      },
      { interval: 1 },
    );
    expect(reads).toEqual(reads.toSorted((a, b) => a - b));
    expect(new Set(reads).size).toBeGreaterThan(2);
  });

  it.each([
    ['a view that has more records than the page says', () => view(429)],
    [
      'a view without a record that the page shows ticked',
      () => view(430, { ticked: ['7618134000000999999'] }),
    ],
    ['fewer, where the page only looks as if all were selected', () => view(431, { isCertain: false })],
  ])('refuses %s', async (_, request) => {
    const { what } = request();
    const count = what.kind === 'view' ? what.count : 0;
    expect(await gather(request())).toEqual({ code: 'viewDiffers', values: { count } });
    expect(gathered).not.toHaveBeenCalled();
    gatherer.cancel(tab);
    expect(gatherer.state(tab)).toBeUndefined();
  });

  it('refuses a view that is empty, and a tag that no record has', async () => {
    expect(await gather(tagged('nobody has this'))).toEqual({ code: 'tagUnused' });
    const empty = vipView();
    fake.world.org(zylker)?.views.Contacts.splice(1, 1, { ...empty, includes: () => false });
    expect(await gather(view())).toEqual({ code: 'viewDiffers', values: { count: 430 } });
  });

  it('takes a view that has lost a few records meanwhile, where the page marks it as selected', async () => {
    expect(await gather(view(433))).toBeUndefined();
    expect(gathered).toHaveBeenCalledTimes(1);
  });

  it('takes one that the page does not mark, where it has exactly so many, and those ticked among them', async () => {
    const ticked = withTag('VIP').slice(0, 3);
    expect(await gather(view(430, { isCertain: false, ticked }))).toBeUndefined();
    expect(gathered).toHaveBeenCalledTimes(1);
  });

  it('tells why a call failed', async () => {
    fake.fail({
      where: { service: 'api', path: 'Contacts' },
      after: 1,
      what: { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'no' },
    });
    expect(await gather(view())).toEqual({ code: 'noPermission' });
  });

  it('that waited for a sign-in goes on after it, where it was theirs', async () => {
    fake.fail({
      where: { service: 'api', path: 'Contacts' },
      times: 2,
      what: { kind: 'status', status: 401, code: 'INVALID_TOKEN', message: 'no' },
    });
    expect(await gather(view())).toEqual({ code: 'signInNeeded' });
    gatherer.retry((_, { org }) => org === 'org1');
    gatherer.retry(({ code }) => code === 'accessMissing');
    expect(gatherer.state(tab)?.problem).toBeDefined();
    gatherer.retry(({ code }, { org }) => code === 'signInNeeded' && org === page.org);
    await eventually(() => expect(gathered).toHaveBeenCalledTimes(1));
  });

  it('that was cancelled hands over nothing, and asks no more', async () => {
    fake.configure({ latencyMs: 5 });
    gatherer.start(tab, tagged('VIP'));
    await eventually(() => expect(gatherer.state(tab)?.read).toBeGreaterThan(0));
    gatherer.cancel(tab);
    await eventually(() => expect(ended).toHaveBeenCalled());
    expect(gathered).not.toHaveBeenCalled();
    expect(gatherer.state(tab)).toBeUndefined();
    expect(fake.requests.filter(({ path }) => path.endsWith('/Contacts')).length).toBeLessThan(15);
  });

  it('gives way to the tab’s next one', async () => {
    fake.configure({ latencyMs: 5 });
    gatherer.start(tab, tagged('VIP'));
    await eventually(() => expect(gatherer.state(tab)?.read).toBeGreaterThan(0));
    gatherer.start(tab, view());
    await eventually(() => expect(ended).toHaveBeenCalledTimes(2));
    expect(gathered.mock.calls.map(([, request]) => request)).toEqual([view()]);
  });
});

describe('what was gathered', () => {
  const records = [{ id: '7618134000000632028', tags: [{ name: 'VIP' }] }];

  it('of a view is measured by what the page said', () => {
    expect(gatheredSelections(view(3), records)).toMatchObject({
      ...page,
      byModule: [{ module: 'Contacts', ids: ['7618134000000632028'], sources: ['view'] }],
      pageCount: 3,
      shortfall: 2,
      given: { kind: 'view' },
    });
  });

  it('by tag remembers the tags', () => {
    expect(gatheredSelections(tagged('VIP'), records)).toMatchObject({
      byModule: [{ sources: ['tag'] }],
      shortfall: 0,
      given: { kind: 'tag', tagNames: ['VIP'] },
    });
  });
});

describe('what may be asked for', () => {
  it.each([
    [{}, true],
    [{ module: 'Leads' }, false],
    [{ org: 'org1/../x' }, false],
    [{ what: { kind: 'tag', tagNames: [] } }, false],
    [{ what: { kind: 'view', cvid: '1&fields=x', count: 3, isCertain: true, ticked: [] } }, false],
    [{ what: { kind: 'view', cvid: '7618134000000632028', count: 0, isCertain: true, ticked: [] } }, false],
  ])('is taken or refused: %j', (change, isTaken) => {
    expect(z.safeParse(gatherRequestSchema, { ...tagged('VIP'), ...change }).success).toBe(isTaken);
  });
});
