import { browser } from 'wxt/browser';

/**
 * Opens the popup for a tab, and for a link's record where one is given. Where the browser does not let us
 * open the toolbar's popup, a small window shows the same page.
 */
export async function openPopup(tabId: number, link?: string): Promise<void> {
  const page = popupPage(tabId, link);
  try {
    await browser.action.setPopup({ tabId, popup: page });
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({
      type: 'popup',
      url: browser.runtime.getURL('/popup.html') + page.slice('popup.html'.length),
      width: 420,
      height: 600,
    });
  } finally {
    await browser.action.setPopup({ tabId, popup: 'popup.html' });
  }
}

function popupPage(tabId: number, link?: string): string {
  const parameters = new URLSearchParams({ tab: String(tabId), ...(link && { link }) });
  return `popup.html?${parameters}`;
}
