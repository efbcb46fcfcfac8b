import { browser } from 'wxt/browser';

/** Gone where the user has not given the permission, or has taken it back. */
const api = (): typeof browser.notifications | undefined => browser.notifications;

/** Chromium shows buttons in notifications; in Firefox a notification can only be clicked. */
export const hasButtons = !import.meta.env.FIREFOX;

export interface Notice {
  /** Names it; another of the same id takes its place. */
  id: string;
  title: string;
  message: string;
  /** Labels of its buttons: two at most. */
  buttons: string[];
}

/** Whether a notification would be seen: it is permitted, here and in the settings of the system. */
export async function canNotify(): Promise<boolean> {
  const notifications = api();
  if (!notifications) return false;
  // Firefox does not tell.
  return (await notifications.getPermissionLevel?.().catch(() => 'granted')) !== 'denied';
}

/** Shows a notification; nothing happens where none may be shown. */
export async function notify({ id, title, message, buttons }: Notice): Promise<void> {
  const shown = api()?.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
    ...(hasButtons && { buttons: buttons.map((label) => ({ title: label })) }),
  });
  await shown?.catch(() => undefined);
}

/**
 * Calls back with the id of a notification that was clicked, and with the place of the button where it was one of
 * these; the notification goes. Holds from when the permission is given, be it before or after the worker started.
 */
export function onNotificationPressed(act: (id: string, button?: number) => Promise<void>): void {
  const press = (id: string, button?: number) => {
    void api()
      ?.clear(id)
      .catch(() => undefined);
    void act(id, button);
  };
  const click = (id: string) => press(id);
  // Listeners that stand already are not added again.
  const listen = () => {
    api()?.onClicked.addListener(click);
    if (hasButtons) api()?.onButtonClicked.addListener(press);
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
