import { browser } from 'wxt/browser';

/** Opens the set-up guide in a tab. */
export async function openGuide(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
