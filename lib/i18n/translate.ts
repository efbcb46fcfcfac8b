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

/** Whether sentences can be made in a language. */
export function speaks(other: Language): boolean {
  return messages !== undefined && other === language;
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

/** What turns the text around it: marks of direction, and letters that are written from right to left. */
const turning = /[\p{Bidi_Control}\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Marks that a text could end its own isolation with, or turn what follows. */
const embedding = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name that could turn the sentence round it keeps its direction to itself, whoever named a tag so. */
function isolated(value: string | number): string | number {
  if (typeof value === 'number' || !turning.test(value)) return value;
  return `\u2068${value.replaceAll(embedding, '')}\u2069`;
}

/**
 * The sentence for a key, in ICU message syntax in `locales/`, with its blanks filled. Values are plain
 * text: nothing in them is taken for markup. Throws before the first language was taken up.
 */
export function translate(key: MessageKey, values?: MessageValues): string {
  const message = messages?.[key];
  if (message === undefined) throw new Error(`No sentence for ${key} was loaded`);
  const blanks = Object.entries(values ?? {}).map(([name, value]) => [name, isolated(value)] as const);
  return String(format(message, language, Object.fromEntries(blanks), options));
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
