import { browser } from 'wxt/browser';

/** Keeps content scripts out of both storage areas. Firefox has no such setting, and they ask for nothing there. */
export async function restrictStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
