import type { BiginPage } from '@/lib/bigin/page-url';
import { openToolbarPopup } from './open-popup';
import { requireTabOf } from './require-tab-of';
import { tabInView } from './tab-in-view';
import { isOwnPageVisible } from './visible-pages';

/**
 * Opens the toolbar's popup again, which closes when a sign-in's window comes to the front: where the page that it was
 * for is still before the user, and no other page of ours. The query says what it was opened for. It stays closed where
 * only a press opens it, as in Firefox.
 */
export async function reopenPopup(page: Pick<BiginPage, 'dataCenter' | 'org'>, query: string): Promise<void> {
  if (await isOwnPageVisible()) return;
  const id = (await tabInView())?.id;
  if (id === undefined) return;
  await requireTabOf(id, page);
  await openToolbarPopup(id, query);
}
