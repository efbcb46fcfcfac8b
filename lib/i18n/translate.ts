import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import type { Language } from './languages';
import type en from './locales/en.json';

export type MessageKey = keyof typeof en;

export type MessageValues = Record<string, string | number>;

/** The sentences of a language as the build compiles them: plain ones as they are, the others parsed. */
export type Messages = Record<string, CompiledMessage>;

let language: Language = 'en';
let messages: Messages | undefined;
let options = optionsOf();
const listeners = new Set<() => void>();

/** The language that the sentences are in; numbers and times are to be written the same way. */
export function currentLanguage(): Language {
  return language;
}

/** Takes up a language, whose sentences were loaded. */
export function speak(chosen: Language, loaded: Messages): void {
  language = chosen;
  messages = loaded;
  options = optionsOf();
  listeners.forEach((listener) => listener());
}

/** Calls back whenever another language was taken up; returns what ends that. */
export function onLanguageChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether there is a sentence for a key that was put together. */
export function hasMessage(key: string): key is MessageKey {
  return messages !== undefined && Object.hasOwn(messages, key);
}

/**
 * The sentence for a key, in ICU message syntax in `locales/`, with its blanks filled. Values are plain
 * text: nothing in them is taken for markup. Throws before the first language was taken up.
 */
export function translate(key: MessageKey, values?: MessageValues): string {
  const message = messages?.[key];
  if (message === undefined) throw new Error(`No sentence for ${key} was loaded`);
  return String(format(message, language, values, options));
}

/** How a language writes numbers. Its formatters are made once for each style, since making one takes long. */
function optionsOf(): FormatOptions {
  return {
    formats: { number: { percent: { style: 'percent' } } },
    formatters: {
      getNumberFormat: once((...style) => new Intl.NumberFormat(...style)),
      getPluralRules: once((...style) => new Intl.PluralRules(...style)),
      getDateTimeFormat: once((...style) => new Intl.DateTimeFormat(...style)),
    },
  };
}

function once<Style extends unknown[], Formatter>(make: (...style: Style) => Formatter) {
  const made = new Map<string, Formatter>();
  return (...style: Style): Formatter => {
    const key = JSON.stringify(style);
    const formatter = made.get(key) ?? make(...style);
    made.set(key, formatter);
    return formatter;
  };
}
