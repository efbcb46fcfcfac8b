import { browser } from 'wxt/browser';
import { showInSmallWindow } from './small-window';

/** What the popup is about, beside its tab, when a press opens it: that goes before what was left open in it. */
export interface PopupSubject {
  /** A link whose record takes the place of the page's selection. */
  link?: string | undefined;
  /** Tags that are chosen from the start. */
  tagNames?: readonly string[];
}

/**
 * Opens the popup for a tab. Where the browser does not let us open the toolbar's popup, a small window shows the
 * same page, which stays open: it follows what is selected, as the side panel does. So it does where the tab is not in
 * view any more: the toolbar's popup would come on another. There is one such window: the next press is shown in it.
 */
export async function openPopup(tabId: number, subject: PopupSubject = {}, isInView = true): Promise<void> {
  const query = queryOf(tabId, subject);
  const opening = isInView
    ? openToolbarPopup(tabId, query)
    : Promise.reject(new Error('Another tab is in view'));
  await opening.catch(() => showInSmallWindow(`popup.html${query}&live`));
}

/** The popup's address for a tab: told which one it is for, it need not ask. */
export function popupOf(tabId: number): string {
  return `popup.html?tab=${tabId}`;
}

/** Opens the toolbar's popup on a tab, with a query; throws where the browser does not let us. */
export async function openToolbarPopup(tabId: number, query: string): Promise<void> {
  const { action } = browser;
  try {
    // Firefox opens it in the moment of the user's click only: nothing may be waited for before.
    await Promise.all([action.setPopup({ tabId, popup: `popup.html${query}` }), action.openPopup()]);
  } finally {
    await action.setPopup({ tabId, popup: popupOf(tabId) });
  }
}

/** The link is always there, though it be empty: the popup then knows that a press opened it, and not the button. */
function queryOf(tabId: number, { link = '', tagNames = [] }: PopupSubject): string {
  const parameters = new URLSearchParams({ tab: String(tabId), link });
  for (const name of tagNames) parameters.append('choose', name);
  return `?${parameters}`;
}
