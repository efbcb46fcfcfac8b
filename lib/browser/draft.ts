import type { ModuleName } from '@/lib/bigin/modules';
import { StoredItem } from '@/lib/stored-item';

/** What the user had begun in a tab's popup when it closed, as it may at any moment. */
export interface Draft {
  /** What was opened in place of the page's selection. */
  panel?: 'byTag' | 'paste' | 'report' | undefined;
  /** Text that was pasted, and not used yet. */
  pasted?: string | undefined;
  /** What was begun of removing tags everywhere: the module, the ids of the tags chosen there, and the list's filter. */
  byTag?: { module: ModuleName; tagIds: string[]; filter: string } | undefined;
  /** Which of the selected modules was worked on. */
  module?: ModuleName | undefined;
  /** The tags chosen so far, for each selection of the tab. */
  choices: DraftChoice[];
}

/** Tags chosen so far. */
export interface DraftChoice {
  /** The selection that the tags were chosen for. */
  key: string;
  tagNames: string[];
  /** What the list was filtered by. */
  filter: string;
}

/** A panel is opened; going back from one (`undefined`) forgets what was begun in it, and nothing else. */
export function withPanel({ panel: left }: Draft, opened: Draft['panel']): Partial<Draft> {
  if (opened) return { panel: opened };
  return {
    panel: undefined,
    ...(left === 'paste' && { pasted: undefined }),
    ...(left === 'byTag' && { byTag: undefined }),
  };
}

/** A tab each, in `storage.session`: it is gone with the browser, which gives the tabs new ids. */
export const draftPrefix = 'draft-';

export const draftItem = (tabId: number) => new StoredItem('session', `${draftPrefix}${tabId}`);

/** What is still to be written, of each tab. */
const waiting = new Map<number, Draft>();

/**
 * Keeps a draft. Of several that come while one is being written, the last one is written. One that there is no room
 * for is not kept.
 */
export async function saveDraft(tabId: number, draft: Draft): Promise<void> {
  const isWriting = waiting.has(tabId);
  waiting.set(tabId, draft);
  if (isWriting) return;
  let written: Draft | undefined;
  for (;;) {
    const next = waiting.get(tabId);
    if (!next || next === written) break;
    await draftItem(tabId)
      .setValue(next)
      .catch(() => undefined);
    written = next;
  }
  waiting.delete(tabId);
}
