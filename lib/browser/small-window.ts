import { browser } from 'wxt/browser';
import { StoredItem } from '@/lib/stored-item';

const smallWindow = new StoredItem('session', 'smallWindow');

/** Shows a page of ours in a small window: the one that is open already, or a new one. */
export async function showInSmallWindow(page: string): Promise<void> {
  const url = browser.runtime.getURL('/') + page;
  const windowId = await smallWindow.getValue();
  const [tab] = typeof windowId === 'number' ? await browser.tabs.query({ windowId }) : [];
  if (tab?.id === undefined) {
    const opened = await browser.windows.create({ type: 'popup', url, width: 420, height: 600 });
    await smallWindow.setValue(opened?.id);
  } else {
    await browser.tabs.update(tab.id, { url });
    await browser.windows.update(tab.windowId, { focused: true });
  }
}
