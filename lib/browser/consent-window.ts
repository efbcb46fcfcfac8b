import { browser } from 'wxt/browser';

let windowId: number | undefined;

/**
 * Remembers the window that the browser opens for a sign-in, whatever pages the user is led through in it.
 * Returns what ends that.
 */
export function watchConsentWindow(): () => void {
  const remember = ({ id, type }: { id?: number | undefined; type?: string | undefined }) => {
    if (type === 'popup') windowId ??= id;
  };
  browser.windows.onCreated.addListener(remember);
  return () => {
    browser.windows.onCreated.removeListener(remember);
    windowId = undefined;
  };
}

/** Brings the sign-in's window to the front, where one is open. */
export async function showConsentWindow(): Promise<void> {
  if (windowId === undefined) return;
  await browser.windows.update(windowId, { focused: true }).catch(() => undefined);
}
