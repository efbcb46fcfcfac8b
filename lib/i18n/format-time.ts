import { locale } from './translate';

const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A time, in milliseconds since 1970, as the language writes it. */
export function formatTime(time: number): string {
  return format.format(time);
}

const timeOfDay = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });

/** The same of a time that is near: without the day where it is today's. */
export function formatNearTime(time: number, now = Date.now()): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return isToday ? timeOfDay.format(time) : formatTime(time);
}
