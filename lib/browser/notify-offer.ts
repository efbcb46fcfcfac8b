import { StoredItem } from '@/lib/stored-item';
import { askToNotify, mayNotify } from './notification-permission';

/** Whether the user was asked for the permission: where they gave it, nothing more is offered anyway. */
const declined = new StoredItem('local', 'notificationsDeclined');

/** Whether notifications are still to be offered: they are not permitted, and the user has not declined them. */
export async function isNotifyOffered(): Promise<boolean> {
  return (await declined.getValue()) !== true && !(await mayNotify());
}

/** Asks for the permission, which only a press of the user's can; whether it was given. */
export async function requestNotify(): Promise<boolean> {
  const asked = askToNotify();
  // Noted before there is an answer: the browser's question closes the popup, and nobody would be there to note it.
  await declined.setValue(true);
  return asked;
}
