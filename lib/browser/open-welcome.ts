import { browser } from 'wxt/browser';
import { StoredItem } from '@/lib/stored-item';
import { openGuide } from './open-guide';

/** An unpacked extension is installed anew at each start of the browser; its user is new once. */
const wasWelcomed = new StoredItem('local', 'wasWelcomed');

/** Opens the set-up guide once the extension has been installed; not where it was updated. */
export function openWelcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openOnce();
  });
}

async function openOnce(): Promise<void> {
  if (await wasWelcomed.getValue()) return;
  await wasWelcomed.setValue(true);
  await openGuide();
}
