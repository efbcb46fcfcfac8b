import type { Page } from '@playwright/test';
import type { Extension } from './extension';

/** The side panel's page beside the window that shows a tab: in a window of its own, which follows the other. */
export async function openSidePanel(extension: Extension, tab: Page): Promise<Page> {
  const tabId = await extension.tabId(tab);
  const opened = extension.context.waitForEvent('page');
  const worker = await extension.worker;
  await worker.evaluate(async (id) => {
    const { windowId } = await chrome.tabs.get(id);
    const url = chrome.runtime.getURL(`sidepanel.html?window=${windowId}`);
    await chrome.windows.create({ url, type: 'popup', width: 360, height: 640 });
  }, tabId);
  const panel = await opened;
  await panel.setViewportSize({ width: 340, height: 640 });
  await tab.bringToFront();
  return panel;
}
