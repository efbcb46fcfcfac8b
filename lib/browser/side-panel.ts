import { browser } from 'wxt/browser';

/** Firefox's own, which Chromium's types do not have. */
interface Sidebar {
  sidebarAction?: { open: () => Promise<void> };
}

/** Whether the browser has a side panel (Chromium) or a sidebar (Firefox) that can be opened. */
export function hasSidePanel(): boolean {
  return sidePanel() !== undefined || sidebar() !== undefined;
}

/** Opens it in a window. Browsers allow that in the user's own press only: nothing may be waited for before. */
export async function openSidePanel(windowId: number): Promise<void> {
  await (sidePanel()?.open({ windowId }) ?? sidebar()?.open());
}

// Browsers that lack it have no such object, whatever their types say.
const sidePanel = () => browser.sidePanel as typeof browser.sidePanel | undefined;
const sidebar = () => (browser as Sidebar).sidebarAction;
