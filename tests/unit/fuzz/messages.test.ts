import * as fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { unsavedSchema } from '@/lib/browser/page-state';
import { answerPages, type Answers } from '@/lib/messages/answer-pages';
import { hearCounts } from '@/lib/messages/hear-counts';
import type { WorkerProtocol } from '@/lib/messages/protocol';
import { ProblemError } from '@/lib/problem';
import { buildSelections, selectionsOf } from '@/lib/selection/build-selections';
import { selectionLimit } from '@/lib/selection/page-reading';
import { componentListsSchema, pageReadingSchema } from '@/lib/selection/page-reading-schema';
import { selectionsSchema } from '@/lib/selection/selection-schema';
import * as z from '@/lib/zod';
import { selectionOfIds } from '../support/preview-of';
import { anyJson, isPolluted, mutationsOf } from './any-json';

// Many examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const id = '7618134000000632028';
const page = { dataCenter: 'eu', org: 'org1' } as const;
const tab = { tabId: 1 };
const job = { jobId: 'j' };
const selection = selectionOfIds([id]);
const selections = buildSelections(page, [{ source: 'pasted', modules: ['Tasks'], ids: [id] }]);

/** Every message to the worker, as a page of ours sends it. */
const messages: { [K in keyof WorkerProtocol]: Parameters<WorkerProtocol[K]>[0] } = {
  readSelection: { ...tab, link: 'https://bigin.zoho.com/' },
  readOpening: tab,
  giveSelection: { ...tab, selections },
  readBegun: tab,
  countSelected: tab,
  forgetGiven: tab,
  readGiven: tab,
  startGathering: {
    ...tab,
    request: { ...page, module: 'Tasks', what: { kind: 'tag', tagNames: ['VIP'] } },
  },
  readGathering: tab,
  cancelGathering: tab,
  listTags: { ...page, module: 'Tasks' },
  countTaggedRecords: { ...page, module: 'Tasks', tagId: '12' },
  readPageConnection: page,
  listConnections: {},
  readSignIn: {},
  connect: { page },
  testConnection: { connectionId: 'us:org1' },
  disconnect: { connectionId: 'us:org1' },
  readPreview: { selection, again: true },
  readPreviewState: { previewId: 'p' },
  cancelPreview: { selection },
  startRemoval: { previewId: 'p', tagNames: ['VIP'], tabId: 1 },
  readJob: { ...tab, selectionKey: 'k', since: 1 },
  readRunSettings: {},
  continueJob: job,
  pauseJob: job,
  cancelJob: job,
  undoJob: job,
  retryFailed: job,
  dismissJob: job,
  seeJob: job,
  tellJobEnd: job,
  deleteJob: job,
};
const names = Object.keys(messages) as (keyof WorkerProtocol)[];

type Sender = { id?: string; url?: string; frameId?: number; tab?: { id?: number } };
type Listener = (message: unknown, sender: Sender, reply: (reply: unknown) => void) => unknown;

const answer = vi.fn<(name: string, input: unknown) => Promise<unknown>>();
const hear = vi.fn<(tabId: number, count: number) => Promise<void>>();
let listener: Listener;

beforeAll(() => {
  Object.assign(fakeBrowser.runtime, { lastError: undefined });
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  answerPages(
    Object.fromEntries(
      names.map((name) => [name, (input: unknown) => answer(name, input)]),
    ) as unknown as Answers,
  );
  hearCounts(hear);
  listener = add.mock.calls[0]?.[0] as Listener;
});

beforeEach(() => {
  answer.mockReset().mockResolvedValue('answer');
  hear.mockReset().mockResolvedValue();
});

const ownPage = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };
const beside = {
  id: 'test-extension-id',
  url: 'https://bigin.zoho.com/bigin/org1/Home',
  frameId: 0,
  tab: { id: 1 },
};

/** Hands a message over as the browser would; `undefined` where nobody answers it. */
function send(type: unknown, data: unknown, sender: Sender): Promise<unknown> {
  return new Promise((resolve) => {
    if (listener({ id: 1, type, data, timestamp: 0 }, sender, resolve) !== true) resolve(undefined);
  });
}

describe('any message', () => {
  it.each(names)('%s, as a page sends it, reaches the worker as it is', async (name) => {
    expect(await send(name, messages[name], ownPage)).toEqual({ res: { ok: true, value: 'answer' } });
    expect(answer.mock.calls).toEqual([[name, messages[name]]]);
  });

  it.each(names)(
    '%s, with anything in it, reaches the worker in its own shape, or is refused',
    async (name) => {
      const keys = new Set(Object.keys(messages[name]));
      await fc.assert(
        fc.asyncProperty(mutationsOf(messages[name]), async (data) => {
          answer.mockClear();
          const reply = await send(name, data, ownPage);
          const isRefused = Object.hasOwn(Object(reply), 'err');
          expect(answer).toHaveBeenCalledTimes(isRefused ? 0 : 1);
          const [, input] = answer.mock.calls[0] ?? [];
          for (const key of Object.keys(Object(input))) expect(keys).toContain(key);
          expect(isPolluted()).toBe(false);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('of any name from anybody else is refused', async () => {
    const sender = fc.oneof(
      fc.constant(beside),
      fc.record(
        {
          id: fc.constantFrom('test-extension-id', 'other'),
          url: fc.oneof(
            fc.webUrl(),
            fc.constantFrom(
              'chrome-extension://other/popup.html',
              'chrome-extension://test-extension-id.evil/popup.html',
              'https://evil.example/chrome-extension://test-extension-id/',
              'about:blank',
              '',
            ),
          ),
        },
        { requiredKeys: [] },
      ),
    );
    const name = fc.oneof(
      fc.constantFrom<string>(...names),
      fc.constantFrom('__proto__', 'toString'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(name, anyJson, sender, async (type, data, from) => {
        const reply = await send(type, data, from);
        expect(JSON.stringify(reply ?? {})).not.toContain('"res":{');
      }),
      { numRuns: 200 },
    );
    expect(answer).not.toHaveBeenCalled();
  });
});

describe('any count that is told', () => {
  it('is heard of a page of Bigin’s alone, and only a number of records that there can be', async () => {
    const sender = fc.record({
      id: fc.constantFrom('test-extension-id', 'other'),
      url: fc.constantFrom(
        beside.url,
        'https://evil.example/',
        'https://bigin.zoho.com.evil.example/bigin/org1/Home',
      ),
      frameId: fc.constantFrom(0, 1),
      tab: fc.constant({ id: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(mutationsOf({ count: 3 }), sender, async (data, from) => {
        hear.mockClear();
        await send('selectionCount', data, from);
        for (const [tabId, count] of hear.mock.calls) {
          expect([from.id, from.url, from.frameId, tabId]).toEqual([beside.id, beside.url, 0, 1]);
          expect(Number.isInteger(count) && count >= 0 && count <= selectionLimit).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('any answer of a script in a page', () => {
  const reading = {
    url: 'https://bigin.zoho.com/bigin/org1/Home#/contacts',
    pageCount: 2,
    shortfall: 1,
    excess: 0,
    unchecked: 0,
    beside: 0,
    parts: [
      { source: 'list', modules: ['Contacts'], ids: [id] },
      { source: 'markup', modules: ['Tasks', 'Calls'], ids: ['7618134000000632029'] },
    ],
    view: { isCertain: true, modules: ['Contacts'], cvid: id, count: 40 },
  };

  it('is selections that can be acted on, or a problem', () => {
    expect(z.parse(pageReadingSchema, reading)).toEqual(reading);
    fc.assert(
      fc.property(mutationsOf(reading), (value) => {
        const { data } = z.safeParse(pageReadingSchema, value);
        if (!data) return;
        try {
          const read = selectionsOf(data);
          expect(z.parse(selectionsSchema, read)).toEqual(read);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
        }
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('that looks for unsaved input is a few short names, or nothing', () => {
    const found = { fields: ['Note', 'Subject'], isWhole: true };
    expect(z.parse(unsavedSchema, found)).toEqual(found);
    fc.assert(
      fc.property(mutationsOf(found), (value) => {
        const { data } = z.safeParse(unsavedSchema, value);
        if (!data) return;
        expect(Object.keys(data).toSorted()).toEqual(['fields', 'isWhole']);
        expect(typeof data.isWhole).toBe('boolean');
        expect(data.fields.length).toBeLessThanOrEqual(10);
        for (const name of data.fields) {
          expect(typeof name).toBe('string');
          expect(name.length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('from the page’s own world is lists of texts, or nothing', () => {
    fc.assert(
      fc.property(mutationsOf([{ module: 'Contacts', ids: [id] }]), (value) => {
        for (const { module, ids } of z.safeParse(componentListsSchema, value).data ?? []) {
          expect([module, ...ids].every((text) => typeof text === 'string')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
