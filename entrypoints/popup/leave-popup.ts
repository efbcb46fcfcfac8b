import { browser } from 'wxt/browser';

/** Closes the toolbar's popup once it has opened another page: Firefox leaves it open in front of that. */
export function leavePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(globalThis.window)) window.close();
}
