import { browser } from 'wxt/browser';

/** A command of the extension, and the keys that the user's browser has for it. */
export interface Shortcut {
  name: string;
  description: string;
  /** Empty where it has none. */
  keys: string;
}

/** Every command that the manifest has. */
export async function readShortcuts(): Promise<Shortcut[]> {
  // Missing as a whole where the manifest has none.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description,
    keys: shortcut,
  }));
}

/** Opens the browser's own page for shortcuts: Firefox has a call for it, the others an address. */
export async function openShortcutPage(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
