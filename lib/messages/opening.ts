import type { Account, JobProgress } from '@/lib/jobs/account/account';
import type { PreviewState } from '@/lib/preview/preview-state';
import { selectionKey } from '@/lib/preview/selection-key';
import type { Selections } from '@/lib/selection/selection';
import type { Answers } from './answer-pages';
import type { PageConnection } from './protocol';

/** What a popup that opens shows, asked with one message: of those, each takes longer than what it asks for. */
export interface Opening {
  selections: Selections;
  job: JobProgress | Account | null;
  connection: PageConnection;
  /** Where tags are what is shown: reading them costs a call. */
  preview?: PreviewState;
}

/** Asks what an opening shows, each question as soon as the answers before it are there. */
export async function readOpening(
  ask: Pick<Answers, 'readSelection' | 'readJob' | 'readPageConnection' | 'readPreview'>,
  page: { tabId: number; link?: string | undefined },
): Promise<Opening> {
  const selections = await ask.readSelection(page);
  const [selection, ...others] = selections.byModule;
  const key = selection && (await selectionKey(selection));
  const [job, connection] = await Promise.all([
    ask.readJob({ tabId: page.tabId, selectionKey: key }),
    ask.readPageConnection(selections),
  ]);
  const isShown = selection && others.length === 0 && !job && connection.connection?.signInNeeded === false;
  return {
    selections,
    job,
    connection,
    ...(isShown && { preview: await ask.readPreview({ selection, again: true }) }),
  };
}
