import * as z from '@/lib/zod';
import { browser } from 'wxt/browser';
import { explain } from '@/lib/bigin/errors/explain';
import { signInPageSchema } from '@/lib/oauth/sign-in-state';
import type { Result } from '@/lib/problem';
import { moduleNames } from '@/lib/bigin/modules';
import { gatherRequestSchema } from '@/lib/gather/gather-request';
import { selectionSchema, selectionsSchema } from '@/lib/selection/selection-schema';
import { textLike, wholeNumber } from '@/lib/schemas';
import { onMessage, type WorkerProtocol } from './protocol';

const connectionInput = z.object({ connectionId: z.string() });
const jobInput = z.object({ jobId: z.string() });
const tabInput = z.object({ tabId: wholeNumber() });
const selectionInput = z.extend(tabInput, { link: z.optional(z.string()) });
const moduleInput = z.extend(signInPageSchema, { module: z.enum(moduleNames) });

/** What each message must look like; anything else is not answered. */
const inputs = {
  readSelection: selectionInput,
  readOpening: selectionInput,
  giveSelection: z.object({ tabId: wholeNumber(), selections: selectionsSchema }),
  readBegun: tabInput,
  countSelected: tabInput,
  forgetGiven: tabInput,
  readGiven: tabInput,
  startGathering: z.object({ tabId: wholeNumber(), request: gatherRequestSchema }),
  readGathering: tabInput,
  cancelGathering: tabInput,
  listTags: moduleInput,
  countTaggedRecords: z.extend(moduleInput, { tagId: textLike(/^\d+$/) }),
  readPageConnection: signInPageSchema,
  listConnections: z.object({}),
  readSignIn: z.object({}),
  connect: z.object({ page: z.optional(signInPageSchema), query: z.optional(z.string()) }),
  disconnect: connectionInput,
  testConnection: connectionInput,
  readPreview: z.object({ selection: selectionSchema, again: z.optional(z.boolean()) }),
  readPreviewState: z.object({ previewId: z.string() }),
  cancelPreview: z.object({ selection: selectionSchema }),
  startRemoval: z.object({ previewId: z.string(), tagNames: z.array(z.string()), tabId: wholeNumber() }),
  readJob: z.object({
    tabId: wholeNumber(),
    selectionKey: z.optional(z.string()),
    since: wholeNumber(),
  }),
  readRunSettings: z.object({}),
  continueJob: jobInput,
  pauseJob: jobInput,
  cancelJob: jobInput,
  undoJob: jobInput,
  retryFailed: jobInput,
  dismissJob: jobInput,
  seeJob: jobInput,
  tellJobEnd: jobInput,
  deleteJob: jobInput,
} satisfies Record<keyof WorkerProtocol, z.Schema>;

type Input<K extends keyof WorkerProtocol> = Parameters<WorkerProtocol[K]>[0];
type Value<K extends keyof WorkerProtocol> =
  ReturnType<WorkerProtocol[K]> extends Result<infer T> ? T : never;

/** What the worker does for each message; whatever it throws reaches the page as a problem. */
export type Answers = { [K in keyof WorkerProtocol]: (input: Input<K>) => Promise<Value<K>> };

/** Answers our own pages, and nobody else: no content script, web page or other extension. */
export function answerPages(answers: Answers): void {
  const names = Object.keys(inputs) as (keyof WorkerProtocol)[];
  for (const name of names) {
    onMessage(name, async ({ data, sender }) => {
      if (!isOwnPage(sender)) throw new Error('Refused');
      const input = z.parse(inputs[name], data);
      const answer = answers[name] as (input: unknown) => Promise<unknown>;
      return result(() => answer(input)) as never;
    });
  }
}

async function result(answer: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await answer() };
  } catch (error) {
    return { ok: false, problem: explain(error) };
  }
}

function isOwnPage({ id, url }: { id?: string; url?: string }): boolean {
  return id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('/')) ?? false);
}
