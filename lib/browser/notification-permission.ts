import { browser } from 'wxt/browser';

const notifications = { permissions: ['notifications' as const] };

/** Whether the extension may ask to show notifications at all. */
export function canAskToNotify(): boolean {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  return optional.includes('notifications');
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(notifications);
}

/** Has the browser ask the user. Only in a press: a browser refuses what no user began. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(notifications);
}

export function stopNotifying(): Promise<boolean> {
  return browser.permissions.remove(notifications);
}
