import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOpening } from '@/lib/messages/opening';
import type { Answers } from '@/lib/messages/answer-pages';
import { selectionKey } from '@/lib/preview/selection-key';
import { ProblemError } from '@/lib/problem';
import { buildSelections } from '@/lib/selection/build-selections';
import { problemOf } from '../support/problem-of';

const page = { dataCenter: 'us', org: 'org1' } as const;
const contacts = { source: 'list', modules: ['Contacts'], ids: ['7618134000000632028'] } as const;
const deals = { source: 'list', modules: ['Pipelines'], ids: ['7618134000000632029'] } as const;
const one = buildSelections(page, [{ ...contacts, modules: [...contacts.modules], ids: [...contacts.ids] }]);
const two = buildSelections(
  page,
  [contacts, deals].map(({ modules, ids, ...part }) => ({ ...part, modules: [...modules], ids: [...ids] })),
);
const connected = { connection: { id: 'us:org1', signInNeeded: false }, others: [], signIn: {} };
const signedOut = { ...connected, connection: { id: 'us:org1', signInNeeded: true } };
const preview = { id: 'p', reading: { read: 0, total: 1, calls: 1 } };
const running = { job: { id: 'j' } };
const ended = { job: { id: 'j', selectionKey: 'of other records' }, failed: [] };
const draft = { choices: [] };
const panel = { panel: 'paste', choices: [] };
const gathering = { read: 0 };

interface WorkerAnswers {
  selections?: unknown;
  job?: unknown;
  connection?: unknown;
  draft?: unknown;
  gathering?: unknown;
}

/** What the worker answers. */
function worker(answers: WorkerAnswers = {}) {
  const asked = {
    readSelection: vi.fn(() => Promise.resolve(answers.selections ?? one)),
    readBegun: vi.fn(() =>
      Promise.resolve({ draft: answers.draft ?? draft, gathering: answers.gathering ?? null }),
    ),
    readJob: vi.fn(() => Promise.resolve(answers.job ?? null)),
    readPageConnection: vi.fn(() => Promise.resolve(answers.connection ?? connected)),
    readPreview: vi.fn(() => Promise.resolve(preview)),
  };
  return { asked, ask: asked as unknown as Answers };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('what an opening shows', () => {
  it('is the selection with its tags, where nothing else is in the way', async () => {
    const { ask, asked } = worker();
    expect(await readOpening(ask, { tabId: 7, link: 'https://bigin.zoho.com/' })).toEqual({
      selections: one,
      job: null,
      connection: connected,
      preview,
    });
    const [selection] = one.byModule;
    if (!selection) throw new Error('Nothing is selected');
    expect(asked.readSelection).toHaveBeenCalledWith({ tabId: 7, link: 'https://bigin.zoho.com/' });
    expect(asked.readJob).toHaveBeenCalledWith({
      tabId: 7,
      selectionKey: await selectionKey(selection),
      since: Date.now(),
    });
    expect(asked.readPageConnection.mock.calls).toEqual([[one]]);
    expect(asked.readPreview).toHaveBeenCalledWith({ selection, again: true });
  });

  it.each([
    ['a job is shown in their place', { job: running }],
    ['the organization is not connected', { connection: { others: [], signIn: {} } }],
    ['its sign-in is over', { connection: signedOut }],
    ['a module is to be chosen first', { selections: two }],
    ['a panel is open in their place', { draft: panel }],
    ['records are being read', { gathering }],
    ['nothing of one module is selected', { selections: { ...one, byModule: [] } }],
  ])('costs no call for tags where %s', async (_, answers) => {
    const { ask, asked } = worker(answers);
    const opening = await readOpening(ask, { tabId: 7 });
    expect(opening.preview).toBeUndefined();
    expect(asked.readPreview).not.toHaveBeenCalled();
  });

  it('costs no call for tags where the result of these records is shown in their place', async () => {
    const [selection] = one.byModule;
    if (!selection) throw new Error('Nothing is selected');
    const job = { ...ended, job: { id: 'j', selectionKey: await selectionKey(selection) } };
    const { ask, asked } = worker({ job });
    expect(await readOpening(ask, { tabId: 7 })).toHaveProperty('job', job);
    expect(asked.readPreview).not.toHaveBeenCalled();
  });

  it('has the tags below the result of other records', async () => {
    const { ask } = worker({ job: ended });
    expect(await readOpening(ask, { tabId: 7 })).toMatchObject({ job: ended, preview });
  });

  it('has the tags of a link’s record, whatever panel was left open', async () => {
    const { ask } = worker({ draft: panel });
    const opening = await readOpening(ask, { tabId: 7, link: 'https://bigin.zoho.com/' });
    expect(opening.preview).toEqual(preview);
  });

  it.each([
    ['readJob', { job: undefined, preview: undefined }],
    ['readPageConnection', { connection: undefined, preview: undefined }],
    ['readPreview', { preview: undefined }],
    ['readBegun', {}],
  ] as const)('leaves out what %s cannot tell, for the view that asks it', async (name, rest) => {
    const { ask, asked } = worker();
    asked[name].mockRejectedValue(new ProblemError('unexpected'));
    const all = { selections: one, job: null, connection: connected, preview };
    expect(await readOpening(ask, { tabId: 7 })).toEqual({ ...all, ...rest });
  });

  it('is told to be missing where the page tells of no selection', async () => {
    const { ask, asked } = worker();
    asked.readSelection.mockRejectedValue(new ProblemError('nothingSelected'));
    expect(await problemOf(readOpening(ask, { tabId: 7 }))).toEqual({ code: 'nothingSelected' });
    expect(asked.readJob).not.toHaveBeenCalled();
  });
});
