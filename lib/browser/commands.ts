import { browser } from 'wxt/browser';
import { tabInView } from './tab-in-view';

/** The command's name in the manifest. */
const repeatCommand = 'repeat-removal';

/** Calls back with the tab in view when the user asks for the last removal once more. */
export function onRepeatCommand(repeat: (tabId: number) => Promise<void>): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === repeatCommand) void repeatOn(tab?.id);
  });

  async function repeatOn(told: number | undefined): Promise<void> {
    const tabId = told ?? (await tabInView())?.id;
    if (tabId !== undefined) await repeat(tabId);
  }
}
