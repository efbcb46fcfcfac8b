import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerPages, type Answers } from '@/lib/messages/answer-pages';
import { askWorker } from '@/lib/messages/ask-worker';
import type { WorkerProtocol } from '@/lib/messages/protocol';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { buildSelections } from '@/lib/selection/build-selections';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { problemOf } from '../support/problem-of';
import { selectionOfIds } from '../support/preview-of';

type Sender = { id?: string; url?: string };
interface Reply {
  res?: unknown;
  err?: unknown;
}
type Listener = (message: unknown, sender: Sender, reply: (reply: Reply) => void) => unknown;

const ownPage: Sender = {
  id: 'test-extension-id',
  url: 'chrome-extension://test-extension-id/popup.html?tab=1',
};
const names = [
  'readSelection',
  'readOpening',
  'giveSelection',
  'countSelected',
  'forgetGiven',
  'readBegun',
  'startGathering',
  'readGathering',
  'cancelGathering',
  'listTags',
  'countTaggedRecords',
  'readPageConnection',
  'listConnections',
  'connect',
  'disconnect',
  'readPreview',
  'readPreviewState',
  'cancelPreview',
  'startRemoval',
  'continueJob',
  'pauseJob',
  'cancelJob',
  'undoJob',
  'retryFailed',
  'dismissJob',
  'deleteJob',
] as const satisfies (keyof WorkerProtocol)[];
const answer = vi.fn<(name: string, input: unknown) => Promise<unknown>>();
let listener: Listener;

beforeAll(() => {
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  const answers = Object.fromEntries(names.map((name) => [name, (input: unknown) => answer(name, input)]));
  answerPages(answers as unknown as Answers);
  listener = add.mock.calls[0]?.[0] as Listener;
});

beforeEach(() => {
  answer.mockReset().mockResolvedValue('answer');
});

/** Sends a message as the browser would hand it over. */
function send(type: string, data: unknown, sender: Sender = ownPage): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const message = { id: 1, type, data, timestamp: 0 };
    if (listener(message, sender, resolve) !== true) reject(new Error('not answered'));
  });
}
const job = { jobId: 'j' };
const page = { dataCenter: 'eu', org: 'org1' } as const;
const selections = buildSelections(page, [
  { source: 'pasted', modules: ['Tasks'], ids: ['7618134000000632028'] },
]);
const request = { ...page, module: 'Tasks', what: { kind: 'tag', tagNames: ['VIP'] } };

describe('a message to the worker', () => {
  it.each([
    ['readSelection', { tabId: 1, link: 'https://bigin.zoho.com/' }],
    ['readSelection', { tabId: 1 }],
    ['readOpening', { tabId: 1, link: 'https://bigin.zoho.com/' }],
    ['readOpening', { tabId: 1 }],
    ['giveSelection', { tabId: 1, selections }],
    ['countSelected', { tabId: 1 }],
    ['forgetGiven', { tabId: 1 }],
    ['readBegun', { tabId: 1 }],
    ['startGathering', { tabId: 1, request }],
    ['readGathering', { tabId: 1 }],
    ['cancelGathering', { tabId: 1 }],
    ['listTags', { dataCenter: 'eu', org: 'org1', module: 'Tasks' }],
    ['countTaggedRecords', { dataCenter: 'eu', org: 'org1', module: 'Tasks', tagId: '12' }],
    ['readPageConnection', { dataCenter: 'eu', org: 'org1' }],
    ['listConnections', {}],
    ['connect', { page: { dataCenter: 'us', org: 'org1' } }],
    ['connect', {}],
    ['disconnect', { connectionId: 'us:org1' }],
    ['readPreview', { selection: selectionOfIds(['7618134000000632028']) }],
    ['readPreviewState', { previewId: 'p' }],
    ['cancelPreview', { selection: selectionOfIds(['7618134000000632028']) }],
    ['startRemoval', { previewId: 'p', tagNames: ['VIP'], tabId: 1 }],
    ['continueJob', job],
    ['pauseJob', job],
    ['cancelJob', job],
    ['undoJob', job],
    ['retryFailed', job],
    ['dismissJob', job],
    ['deleteJob', job],
  ])('%s is answered with a value', async (name, input) => {
    expect(await send(name, input)).toEqual({ res: { ok: true, value: 'answer' } });
    expect(answer.mock.calls).toEqual([[name, input]]);
  });

  it.each([
    ['a content script', { id: 'test-extension-id', url: 'https://bigin.zoho.com/bigin/org1/Home' }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    [
      'another extension that names our page',
      { id: 'other', url: 'chrome-extension://test-extension-id/popup.html' },
    ],
    [
      'a page whose address only begins alike',
      { id: 'test-extension-id', url: 'chrome-extension://test-extension-id.evil/' },
    ],
    ['nobody', {}],
    ['a page without address', { id: 'test-extension-id' }],
  ])('from %s is refused', async (_, sender) => {
    for (const name of names) {
      const reply = await send(name, job, sender);
      expect(reply.res).toBeUndefined();
      expect(JSON.stringify(reply.err)).toContain('Refused');
    }
    expect(answer).not.toHaveBeenCalled();
  });

  it.each([
    ['readSelection', { tabId: '1' }],
    ['readSelection', undefined],
    ['readSelection', { tabId: 1.5 }],
    ['giveSelection', { tabId: 1, selections: { ...selections, org: 'x' } }],
    ['giveSelection', { tabId: 1, selections: { ...selections, shortfall: -1 } }],
    ['startGathering', { tabId: 1, request: { ...request, module: 'Leads' } }],
    ['startGathering', { tabId: 1, request: { ...request, what: { kind: 'all' } } }],
    ['listTags', { ...page, module: 'Leads' }],
    ['countTaggedRecords', { ...page, module: 'Tasks', tagId: '../org' }],
    ['readPageConnection', { dataCenter: 'xx', org: 'org1' }],
    ['connect', { page: 'us' }],
    ['disconnect', {}],
    ['readPreview', { selection: { ...selectionOfIds(['1) or (id = 2']) } }],
    ['readPreview', { selection: selectionOfIds([]) }],
    ['readPreview', { selection: { ...selectionOfIds(['7618134000000632028']), org: 'x' } }],
    ['readPreview', { selection: { ...selectionOfIds(['7618134000000632028']), module: 'Leads' } }],
    ['startRemoval', { previewId: 'p', tagNames: 'VIP', tabId: 1 }],
    ['startRemoval', { previewId: 'p', tagNames: [1], tabId: 1 }],
    ['cancelJob', { jobId: 7 }],
    ['undoJob', null],
  ])('%s of another shape is refused: %j', async (name, input) => {
    const reply = await send(name, input);
    expect(reply.res).toBeUndefined();
    expect(reply.err).toBeDefined();
    expect(answer).not.toHaveBeenCalled();
  });

  it('reaches the worker with what it asks for, and nothing besides', async () => {
    await send('cancelJob', { ...job, extra: 'x' });
    expect(answer).toHaveBeenCalledWith('cancelJob', job);
  });

  it.each([
    [new ProblemError('tagHasComma', { tag: 'a,b' }), { code: 'tagHasComma', values: { tag: 'a,b' } }],
    [new BiginError({ code: 'NO_PERMISSION', status: 403 }), { code: 'noPermission' }],
    [new Error('a secret'), { code: 'unexpected' }],
  ])('that fails is answered with the problem: %s', async (error, problem) => {
    answer.mockRejectedValue(error);
    expect(await send('cancelJob', job)).toEqual({ res: { ok: false, problem } });
  });

  it('that nobody knows is not answered', async () => {
    await expect(send('stealTokens', {})).rejects.toThrow('not answered');
  });
});

describe('asking the worker', () => {
  const replies = (reply: Reply | undefined) =>
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(reply);

  it('gives the value', async () => {
    replies({ res: { ok: true, value: { jobId: 'u' } } });
    expect(await askWorker('undoJob', job)).toEqual({ jobId: 'u' });
  });

  it('throws the problem', async () => {
    replies({ res: { ok: false, problem: { code: 'tagGone', values: { tag: 'VIP' } } } });
    expect(await problemOf(askWorker('undoJob', job))).toEqual({ code: 'tagGone', values: { tag: 'VIP' } });
  });

  it.each([[{ err: { message: 'Refused' } }], [undefined]])(
    'says that something went wrong where the worker did not answer: %j',
    async (reply) => {
      replies(reply);
      expect((await problemOf(askWorker('undoJob', job))).code).toBe('unexpected' satisfies ProblemCode);
    },
  );
});
