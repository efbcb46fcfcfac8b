import { browser } from 'wxt/browser';

/** Keeps content scripts out of both storage areas. Firefox has no such setting, and they ask for nothing there. */
export async function restrictStorage(): Promise<void> {
  const { local, session } = browser.storage;
  await Promise.allSettled(
    [local, session].map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
  );
}
