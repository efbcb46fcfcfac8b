import { queryOptions, skipToken } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { openDatabase } from '@/lib/database';
import { accountOf, type Account } from '@/lib/jobs/account/account';
import { Journal } from '@/lib/jobs/journal/journal';
import { askWorker } from '@/lib/messages/ask-worker';
import { selectionKey } from '@/lib/preview/selection-key';
import { ProblemError } from '@/lib/problem';
import type { Selection } from '@/lib/selection/selection';

/** What the popup asks, and under which key the answer is kept. */

const parameters = new URLSearchParams(location.search);

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
    const tab = await findTab(parameters.get('tab'));
    if (tab?.id === undefined) throw new ProblemError('notBigin');
    return { id: tab.id, page: parsePageUrl(tab.url ?? '') };
  },
});

async function findTab(named: string | null) {
  if (named !== null && /^\d+$/.test(named)) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** A selection with the key that names it. */
export interface Selected {
  selection: Selection;
  key: string;
}

export const selectionQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['selection', tabId],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<Selected> => {
            const link = parameters.get('link') ?? undefined;
            const selection = await askWorker('readSelection', { tabId, link });
            return { selection, key: await selectionKey(selection) };
          },
  });

export const pageConnectionQuery = (page: Pick<Selection, 'dataCenter' | 'org'> | undefined) =>
  queryOptions({
    queryKey: ['connection', page?.dataCenter, page?.org],
    queryFn: page
      ? () => askWorker('readPageConnection', { dataCenter: page.dataCenter, org: page.org })
      : skipToken,
  });

export const previewQuery = (selected: Selected | undefined) =>
  queryOptions({
    queryKey: ['preview', selected?.key],
    queryFn: selected ? () => askWorker('readPreview', { selection: selected.selection }) : skipToken,
  });

const database = openDatabase();

/** The account of the tab's newest job, read from the journal itself; `null` where there is none. */
export const jobQuery = (tabId: number | undefined) =>
  queryOptions({
    queryKey: ['job', tabId],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<Account | null> => {
            const journal = new Journal(await database);
            const job = await journal.jobOfTab(tabId);
            return job ? accountOf(job, await journal.readBatches(job.id)) : null;
          },
  });
