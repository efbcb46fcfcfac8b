import { locale } from './translate';

const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A time, in milliseconds since 1970, as the language writes it. */
export function formatTime(time: number): string {
  return format.format(time);
}
