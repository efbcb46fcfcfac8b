import { queryOptions, skipToken } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import type { ModuleName } from '@/lib/bigin/modules';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { forgetClosedDrafts, readDraft, type Draft } from '@/lib/browser/draft';
import { readGiven } from '@/lib/browser/given-selections';
import { askPageState, type PageState } from '@/lib/browser/page-state';
import { openDatabase } from '@/lib/database';
import { accountOf, progressOf, type Account, type JobProgress } from '@/lib/jobs/account/account';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { askWorker } from '@/lib/messages/ask-worker';
import type { PreviewState } from '@/lib/preview/preview-state';
import { selectionKey } from '@/lib/preview/selection-key';
import { ProblemError } from '@/lib/problem';
import { readRunSettings } from '@/lib/settings/run-settings';
import type { Selection, Selections } from '@/lib/selection/selection';

/** What the popup asks, and under which key the answer is kept. */

const parameters = () => new URLSearchParams(location.search);

/** What the user gives takes the place of the link that the popup was opened on. */
export function leaveLink(): void {
  const rest = parameters();
  rest.delete('link');
  history.replaceState(null, '', `?${rest}`);
}

/** Tags that the popup was opened to remove. */
export function chooseParameter(): string[] {
  return parameters().getAll('choose');
}

/** The tab that the popup works on. */
export interface PopupTab {
  id: number;
  /** What its address says, where it is one of Bigin's. */
  page: BiginPage | undefined;
}

/** The tab that the popup's address names, else the active one of the window. */
export const tabQuery = queryOptions({
  queryKey: ['tab'],
  async queryFn(): Promise<PopupTab> {
    const tab = await findTab(parameters().get('tab'));
    if (tab?.id === undefined) throw new ProblemError('notBigin');
    return { id: tab.id, page: parsePageUrl(tab.url ?? '') };
  },
});

async function findTab(named: string | null) {
  if (named !== null && /^\d+$/.test(named)) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** What the user had begun in the tab's popup. */
export const draftQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['draft', tabId],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<Draft> => {
            void forgetClosedDrafts();
            const draft = await readDraft(tabId);
            // What the popup was opened for goes before what was open in it.
            const isOpenedFor = parameters().has('link') || parameters().has('choose');
            return isOpenedFor ? { ...draft, panel: undefined } : draft;
          },
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

export const selectionQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['selection', tabId, 'read'],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<SelectionsRead> => {
            const link = parameters().get('link') ?? undefined;
            const selections = await askWorker('readSelection', { tabId, link });
            const keys = selections.byModule.map(async (selection) => ({
              selection,
              key: await selectionKey(selection),
            }));
            return { selections, byModule: await Promise.all(keys) };
          },
  });

/** What the user gave in place of the tab's selection; `null` where it is the page's. */
export const givenQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['selection', tabId, 'given'],
    queryFn:
      tabId === undefined
        ? skipToken
        : async () => (parameters().has('link') ? null : ((await readGiven(tabId))?.given ?? null)),
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

export const tagCountQuery = (input: OrgModule & { tagId: string }) =>
  queryOptions({
    queryKey: ['tagCount', input.dataCenter, input.org, input.module, input.tagId],
    queryFn: () => askWorker('countTaggedRecords', input),
  });

export const descriptionQuery = (tabId: number) =>
  queryOptions({
    queryKey: ['description', tabId],
    queryFn: () => askWorker('describePage', { tabId }),
    gcTime: 0,
  });

export const pageConnectionQuery = (page: Pick<Selection, 'dataCenter' | 'org'> | undefined) =>
  queryOptions({
    queryKey: ['connection', page?.dataCenter, page?.org],
    queryFn: page
      ? () => askWorker('readPageConnection', { dataCenter: page.dataCenter, org: page.org })
      : skipToken,
  });

/** How often it is asked how the reading of tags stands, in milliseconds: often at first, as most take one call. */
const previewPulse = { first: 60, later: 300 };

/** How many of the first answers come soon after each other. */
const soon = 10;

/** How a reading stands; `undefined` where it has gone with its worker. */
async function askOn(previewId: string): Promise<PreviewState | undefined> {
  const state = await askWorker('readPreviewState', { previewId });
  const { summary, reading, isCancelled, problem } = state;
  return summary || reading || isCancelled || problem ? state : undefined;
}

/** How the preview of a selection stands. Whoever asks first, or after a reset, asks for tags as they are now. */
export const previewQuery = ({ selection, key }: Selected) =>
  queryOptions({
    queryKey: ['preview', key],
    async queryFn({ client, queryKey }): Promise<PreviewState> {
      const known = client.getQueryData<PreviewState>(queryKey);
      const state =
        (known?.reading && (await askOn(known.id))) ??
        (await askWorker('readPreview', { selection, again: known?.reading === undefined }));
      if (state.problem) throw new ProblemError(state.problem.code, state.problem.values);
      return state;
    },
    refetchInterval: ({ state: { data, error, dataUpdateCount } }) => {
      if (!data?.reading || error) return false;
      return dataUpdateCount < soon ? previewPulse.first : previewPulse.later;
    },
  });

/** What a tab's page is like, after a job changed what it shows; `null` where the tab has left the organization. */
export const pageStateQuery = (tabId: number | undefined, job: Job) =>
  queryOptions({
    queryKey: ['page', tabId, job.id],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<PageState | null> => (await askPageState(tabId, job)) ?? null,
    staleTime: 0,
  });

export const runSettingsQuery = queryOptions({ queryKey: ['runSettings'], queryFn: readRunSettings });

const database = openDatabase();

async function jobToShow(
  journal: Journal,
  tabId: number,
  selectionKeyOfTab: string | undefined,
  page: BiginPage | undefined,
): Promise<Job | undefined> {
  const ofTab = await journal.jobOfTab(tabId, selectionKeyOfTab);
  // A browser that was closed gives the ids of its tabs to others.
  const own = ofTab && page && !isOf(ofTab, page) ? undefined : ofTab;
  if (!page || (own && isUnfinished(own))) return own;
  return (await orphanOf(journal, page)) ?? own;
}

/** A job of the organization that is not over, and whose own tab does not show the organization any more. */
async function orphanOf(journal: Journal, page: BiginPage): Promise<Job | undefined> {
  for (const job of await journal.unfinishedJobs()) {
    if (job.dismissed || !isOf(job, page)) continue;
    const tab = await browser.tabs.get(job.tabId).catch(() => undefined);
    const tabPage = parsePageUrl(tab?.url ?? '');
    if (!tabPage || !isOf(tabPage, page)) return job;
  }
  return undefined;
}

function isOf(one: Pick<BiginPage, 'dataCenter' | 'org'>, other: BiginPage): boolean {
  return one.dataCenter === other.dataCenter && one.org === other.org;
}

/**
 * A job of the tab, read from the journal itself: one that is not over (how far it is), else one of this selection,
 * else the newest (its account); else one of the page's organization whose own tab is gone, as all are after the
 * browser was closed; `null` where there is none.
 */
export const jobQuery = (
  tabId: number | undefined,
  selectionKeyOfTab: string | undefined,
  page: BiginPage | undefined,
) =>
  queryOptions({
    queryKey: ['job', tabId, selectionKeyOfTab],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<JobProgress | Account | null> => {
            const journal = new Journal(await database);
            const job = await jobToShow(journal, tabId, selectionKeyOfTab, page);
            if (!job) return null;
            return isUnfinished(job)
              ? progressOf(job, await journal.readTallies(job.id))
              : accountOf(job, await journal.readBatches(job.id));
          },
    // The tab's job is shown on while it is looked for by another selection.
    placeholderData: (before, query) => (query?.queryKey[1] === tabId ? (before ?? undefined) : undefined),
  });
