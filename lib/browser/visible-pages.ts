import { browser } from 'wxt/browser';

/** Whether the user has a page of ours before them: the popup, the side panel, or a tab that is in front. */
export async function isOwnPageVisible(): Promise<boolean> {
  // Firefox's worker is a page that stands beside the others; not all of its versions list contexts.
  if (typeof document !== 'undefined') {
    // The types take them for the windows that `browser.windows` is about.
    const views = browser.extension.getViews() as unknown as (typeof window)[];
    return views.some((view) => view !== window && view.document.visibilityState === 'visible');
  }
  const contexts = await browser.runtime.getContexts({ contextTypes: ['POPUP', 'SIDE_PANEL', 'TAB'] });
  const inFront = new Set((await browser.tabs.query({ active: true })).map(({ id }) => id));
  return contexts.some(({ contextType, tabId }) => contextType !== 'TAB' || inFront.has(tabId));
}
