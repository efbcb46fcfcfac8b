import { IntlMessageFormat } from 'intl-messageformat';
import en from './locales/en.json';

export type MessageKey = keyof typeof en;

export type MessageValues = Record<string, string | number>;

const locale = 'en';

const formats = new Map<MessageKey, IntlMessageFormat>();

/**
 * The sentence for a key, in ICU message syntax in `locales/`, with its blanks filled. Values are plain
 * text: nothing in them is taken for markup.
 */
export function translate(key: MessageKey, values?: MessageValues): string {
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(en[key], locale, undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format(values));
}

/** A whole number as the language writes it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

const regionNames = new Intl.DisplayNames(locale, { type: 'region' });

/** The name of a region code, such as a data center's. */
export function regionName(region: string): string {
  return regionNames.of(region) ?? region;
}
