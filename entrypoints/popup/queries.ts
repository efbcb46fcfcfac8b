import { queryOptions, skipToken } from '@tanstack/react-query';
import type { Browser } from 'wxt/browser';
import type { ModuleName } from '@/lib/bigin/modules';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import type { Draft } from '@/lib/browser/draft';
import { isUnderWay } from '@/lib/jobs/job';
import { askWorker } from '@/lib/messages/ask-worker';
import type { PreviewState } from '@/lib/preview/preview-state';
import { selectionKey } from '@/lib/preview/selection-key';
import { ProblemError } from '@/lib/problem';
import type { Selection, Selections } from '@/lib/selection/selection';
import { findTab } from './find-tab';
import { linkParameter } from './parameters';

/** What the popup asks, and under which key the answer is kept. */

/** The tab that the popup works on. */
export interface PopupTab {
  id: number;
  windowId: number;
  /** What its address says, where it is one of Bigin's. */
  page: BiginPage | undefined;
}

export const tabQuery = queryOptions({
  queryKey: ['tab'],
  queryFn: async (): Promise<PopupTab> => popupTab(await findTab()),
});

/** Throws a `ProblemError` where there is no tab; those of the browser's developer tools have no id. */
export function popupTab(tab: Browser.tabs.Tab | undefined): PopupTab {
  if (tab?.id === undefined) throw new ProblemError('notBigin');
  return { id: tab.id, windowId: tab.windowId, page: parsePageUrl(tab.url ?? '') };
}

/** What the user had begun in the tab's popup. */
export const draftQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['draft', tabId],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<Draft> => (await askWorker('readBegun', { tabId })).draft,
  });

/** A selection of one module with the key that names it. */
export interface Selected {
  selection: Selection;
  key: string;
}

/** All that is selected, and each module's part of it. */
export interface SelectionsRead {
  selections: Selections;
  byModule: Selected[];
}

/** Asks what is selected now. */
export async function readSelections(tabId: number): Promise<SelectionsRead> {
  return withKeys(await askWorker('readSelection', { tabId, link: linkParameter() }));
}

export async function withKeys(selections: Selections): Promise<SelectionsRead> {
  const keys = selections.byModule.map(async (selection) => ({
    selection,
    key: await selectionKey(selection),
  }));
  return { selections, byModule: await Promise.all(keys) };
}

export const selectionQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['selection', tabId, 'read'],
    queryFn: tabId === undefined ? skipToken : () => readSelections(tabId),
  });

/** What the user gave in place of the tab's selection; `null` where it is the page's. */
export const givenQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['selection', tabId, 'given'],
    queryFn:
      tabId === undefined
        ? skipToken
        : async () => (linkParameter() !== undefined ? null : askWorker('readGiven', { tabId })),
  });

export const countSelectedQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['selection', tabId, 'count'],
    queryFn: tabId === undefined ? skipToken : () => askWorker('countSelected', { tabId }),
  });

/** How often the progress of a reading is asked for, in milliseconds. */
const gatheringPulse = 400;

/** The tab's reading of records through the API; `null` where none is under way. */
export const gatheringQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['gathering', tabId],
    queryFn: tabId === undefined ? skipToken : () => askWorker('readGathering', { tabId }),
    refetchInterval: ({ state }) => (state.data && !state.data.problem ? gatheringPulse : false),
  });

type OrgModule = Pick<BiginPage, 'dataCenter' | 'org'> & { module: ModuleName };

export const tagsQuery = (input: OrgModule) =>
  queryOptions({
    queryKey: ['tags', input.dataCenter, input.org, input.module],
    queryFn: () => askWorker('listTags', input),
  });

const tagCountQuery = (input: OrgModule & { tagId: string }) =>
  queryOptions({
    queryKey: ['tags', input.dataCenter, input.org, input.module, 'count', input.tagId],
    queryFn: () => askWorker('countTaggedRecords', input),
  });

/** How many records carry each of the tags, as far as that can be told. */
export const tagCountsQuery = ({ tagIds, ...input }: OrgModule & { tagIds: readonly string[] }) =>
  queryOptions({
    queryKey: ['tags', input.dataCenter, input.org, input.module, 'counts', tagIds],
    async queryFn({ client }): Promise<ReadonlyMap<string, number>> {
      const counting = tagIds.map(async (tagId) => {
        const count = client.fetchQuery(tagCountQuery({ ...input, tagId }));
        return [tagId, await count.catch(() => undefined)] as const;
      });
      const counts = await Promise.all(counting);
      return new Map(counts.filter((entry): entry is [string, number] => entry[1] !== undefined));
    },
    placeholderData: (before) => before,
  });

export const pageConnectionQuery = (page: Pick<Selection, 'dataCenter' | 'org'> | undefined) =>
  queryOptions({
    queryKey: ['connection', page?.dataCenter, page?.org],
    queryFn: page
      ? () => askWorker('readPageConnection', { dataCenter: page.dataCenter, org: page.org })
      : skipToken,
  });

/** Milliseconds from an answer on how the reading of tags stands to the next question, which the worker lets wait. */
const previewPulse = 50;

/** How a reading stands; `undefined` where it has gone with its worker, be it while that was asked. */
async function askOn(previewId: string): Promise<PreviewState | undefined> {
  const state = await askWorker('readPreviewState', { previewId }).catch(() => undefined);
  const isKnown = state && (state.summary ?? state.reading ?? state.isCancelled ?? state.problem);
  return isKnown ? state : undefined;
}

/** A reading that was just asked for. Tags that one call reads are waited for: there is nothing to show before. */
export async function begunPreview(state: PreviewState): Promise<PreviewState> {
  const isShort = !state.summary && state.reading?.calls === 1;
  return withoutProblem((isShort && (await askOn(state.id))) || state);
}

function withoutProblem(state: PreviewState): PreviewState {
  if (state.problem) throw new ProblemError(state.problem.code, state.problem.values);
  return state;
}

/** How the preview of a selection stands. Whoever asks first, or after a reset, asks for tags as they are now. */
export const previewQuery = ({ selection, key }: Selected) =>
  queryOptions({
    queryKey: ['preview', key],
    async queryFn({ client, queryKey }): Promise<PreviewState> {
      const known = client.getQueryData<PreviewState>(queryKey);
      const again = known?.reading === undefined;
      const going = again ? undefined : await askOn(known.id);
      if (going) return withoutProblem(going);
      return begunPreview(await askWorker('readPreview', { selection, again }));
    },
    refetchInterval: ({ state: { data, error } }) => (data?.reading && !error ? previewPulse : false),
  });

export const runSettingsQuery = queryOptions({
  queryKey: ['runSettings'],
  queryFn: () => askWorker('readRunSettings', {}),
});

/** When this page came, in milliseconds since 1970. */
const openedAt = Math.floor(performance.timeOrigin);

/** Milliseconds after which a job that is under way is asked for, whether or not anything was told of it. */
const silence = 3_000;

/** The tab's job to show, or the account of one that is over; `null` where there is none. */
export const jobQuery = (tabId: number | undefined, selectionKeyOfTab: string | undefined) =>
  queryOptions({
    queryKey: ['job', tabId, selectionKeyOfTab],
    queryFn:
      tabId === undefined
        ? skipToken
        : async ({ client, queryKey }) => {
            const job = await askWorker('readJob', {
              tabId,
              selectionKey: selectionKeyOfTab,
              since: openedAt,
            });
            // A result stays in view until what follows it is at hand: records that were given for it may be left with it,
            // and their tags are not to be read again.
            if (!job && client.getQueryData(queryKey))
              await client.invalidateQueries({ queryKey: ['selection', tabId] });
            return job;
          },
    // Changes are told; but a worker that was stopped tells nothing, and goes on once it is asked.
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data.job) ? silence : false),
    // The tab's job is shown on while it is looked for by another selection.
    placeholderData: (before, query) => (query?.queryKey[1] === tabId ? (before ?? undefined) : undefined),
  });
