import { isAccount, type Account, type JobProgress } from '@/lib/jobs/account/account';
import type { PreviewState } from '@/lib/preview/preview-state';
import { selectionKey } from '@/lib/preview/selection-key';
import type { Selections } from '@/lib/selection/selection';
import type { Answers } from './answer-pages';
import type { PageConnection } from './protocol';

/** What a popup that opens shows, asked with one message: each message takes longer than what it asks for. */
export interface Opening {
  selections: Selections;
  job?: JobProgress | Account | null | undefined;
  connection?: PageConnection | undefined;
  /** Where tags are what is shown: reading them costs a call. */
  preview?: PreviewState | undefined;
}

/**
 * Asks what an opening shows, each question as soon as the answers before it are there. Without the selection there is
 * no opening; what else fails is left out, for the view that shows it to ask, and to tell of.
 */
export async function readOpening(
  ask: Pick<Answers, 'readSelection' | 'readBegun' | 'readJob' | 'readPageConnection' | 'readPreview'>,
  page: { tabId: number; link?: string | undefined },
): Promise<Opening> {
  const { tabId } = page;
  const [selections, begun] = await Promise.all([
    ask.readSelection(page),
    orNothing(ask.readBegun({ tabId })),
  ]);
  const [selection, ...others] = selections.byModule;
  const key = selection && (await selectionKey(selection));
  const [job, connection] = await Promise.all([
    orNothing(ask.readJob({ tabId, selectionKey: key, since: Date.now() })),
    orNothing(ask.readPageConnection(selections)),
  ]);
  const isShown =
    selection &&
    others.length === 0 &&
    leavesPlace(job, key) &&
    // Where the popup was opened for a link, that comes before an open panel.
    (!begun?.draft.panel || page.link !== undefined) &&
    !begun?.gathering &&
    connection?.connection?.signInNeeded === false;
  const preview = isShown ? await orNothing(ask.readPreview({ selection, again: true })) : undefined;
  return { selections, job, connection, preview };
}

/** Whether a job leaves the place to the tags: the result of one of other records is told in a line above them. */
function leavesPlace(job: JobProgress | null | undefined, key: string | undefined): boolean {
  return job === null || (job !== undefined && isAccount(job) && job.job.selectionKey !== key);
}

function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch(() => undefined);
}
