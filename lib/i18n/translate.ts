import { IntlMessageFormat } from 'intl-messageformat';
import en from './locales/en.json';

export type MessageKey = keyof typeof en;

export type MessageValues = Record<string, string | number>;

/** The language that the sentences are in. */
export const locale = 'en';

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
