import { perLanguage } from './formatters';

const dayAndTime = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
);
const timeOfDay = perLanguage((language) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));

/** A time, in milliseconds since 1970, as the language writes it. */
export function formatTime(time: number): string {
  return dayAndTime().format(time);
}

/** The same of a time that is near: without the day where it is today's. */
export function formatNearTime(time: number, now = Date.now()): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return isToday ? timeOfDay().format(time) : formatTime(time);
}
