import {
  isLiteralElement,
  isPluralElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { dataCenterName } from '@/lib/i18n/data-center-name';
import { formatRange } from '@/lib/i18n/format-range';
import { languageNames } from '@/lib/i18n/language-names';
import { languageCodes, type Language } from '@/lib/i18n/languages';
import { speak, translate, type Messages } from '@/lib/i18n/translate';

type Parsed = Record<string, string | MessageFormatElement[]>;

const files = import.meta.glob<string>('@/lib/i18n/locales/*.json', {
  eager: true,
  import: 'default',
  query: '?raw',
});
const compiledFiles = import.meta.glob<Messages>('@/lib/i18n/locales/*.json', {
  eager: true,
  import: 'default',
});

/** Every file of sentences: those that have blanks or forms are taken apart. */
const locales = byLanguage(files, (json): Parsed => {
  const sentences = Object.entries(JSON.parse(json) as Record<string, string>);
  const parsed = sentences.map(([key, sentence]): [string, Parsed[string]] => {
    const elements = parse(sentence);
    return [key, elements.every(isLiteralElement) ? sentence : elements];
  });
  return Object.fromEntries(parsed);
});

/** The same as the build compiles them. */
const compiled = byLanguage(compiledFiles, (sentences) => sentences);

function byLanguage<File, T>(all: Record<string, File>, read: (file: File) => T) {
  return Object.fromEntries(
    Object.entries(all).map(([path, file]) => [/([\w-]+)\.json/.exec(path)?.[1], read(file)]),
  ) as Record<Language, T>;
}

const { en, ...others } = locales;

afterEach(() => speak('en', compiled.en));

describe('the languages', () => {
  it('each have a file of sentences, and each file a language', () => {
    expect(Object.keys(locales).toSorted()).toEqual(languageCodes.toSorted());
  });

  it('are named in themselves', () => {
    for (const code of languageCodes) {
      const [base = code] = code.split('-');
      const own = new Intl.DisplayNames(code, { type: 'language' }).of(base) ?? '';
      expect(languageNames[code].toLowerCase()).toContain(own.toLowerCase());
    }
  });
});

describe.each(Object.keys(others) as Exclude<Language, 'en'>[])('%s', (code) => {
  const sentences = locales[code];
  const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();

  it('has every sentence, and no other', () => {
    expect(Object.keys(sentences).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('has the blanks of each, by the same names', () => {
    for (const [key, sentence] of Object.entries(sentences)) {
      expect([key, ...blanksOf(sentence)]).toEqual([key, ...blanksOf(en[key] ?? '')]);
    }
  });

  it('has each number’s forms, as the language counts', () => {
    for (const [key, sentence] of Object.entries(sentences)) {
      for (const forms of pluralsOf(sentence)) {
        const inWords = forms.filter((form) => !form.startsWith('='));
        expect([key, ...inWords.toSorted()]).toEqual([key, ...pluralCategories.toSorted()]);
      }
    }
  });

  it('is a translation', () => {
    // Names, and what is nothing but blanks and marks, may be the same.
    const prose = Object.keys(en).filter((key) => wordsOf(en[key] ?? '').split(/\s+/).length > 5);
    const same = prose.filter((key) => JSON.stringify(sentences[key]) === JSON.stringify(en[key]));
    expect(same).toEqual([]);
  });

  it('keeps within what the stores take for the name and the description', () => {
    expect(sentences['app.name']).toBe('Untag for Bigin');
    expect(sentences['app.description']?.length).toBeLessThanOrEqual(132);
  });

  it('writes numbers, places and names as the language does', () => {
    speak(code, compiled[code]);
    const number = new Intl.NumberFormat(code).format(1234);
    expect(translate('popup.selected', { count: 1234, module: 'X' })).toContain(number);
    expect(formatRange(1, 50)).toBe(new Intl.NumberFormat(code).formatRange(1, 50));
    expect(dataCenterName('jp')).toBe(new Intl.DisplayNames(code, { type: 'region' }).of('JP'));
    for (const count of [0, 1, 2, 1_000_000]) {
      expect(translate('remove.button', { tags: count, records: count })).not.toMatch(/[{}#]/);
    }
  });
});

describe('French', () => {
  it('has no space that a line could break at before a mark, or within quotation marks', () => {
    const broken = Object.entries(locales.fr).filter(([, sentence]) => /« | [:;?!»]/.test(wordsOf(sentence)));
    expect(broken.map(([key]) => key)).toEqual([]);
  });
});

function blanksOf(sentence: string | MessageFormatElement[]): string[] {
  if (typeof sentence === 'string') return [];
  const blanks = sentence.flatMap((element) => [
    ...('value' in element && !isLiteralElement(element) ? [element.value] : []),
    ...optionsOf(element).flatMap((option) => blanksOf(option.value)),
  ]);
  return [...new Set(blanks)].toSorted();
}

/** What a sentence says between its blanks. */
function wordsOf(sentence: string | MessageFormatElement[]): string {
  if (typeof sentence === 'string') return sentence;
  const parts = sentence.flatMap((element) => [
    ...(isLiteralElement(element) ? [element.value] : []),
    ...optionsOf(element).map((option) => wordsOf(option.value)),
  ]);
  return parts.join(' ');
}

/** The forms that each plural of a sentence has. */
function pluralsOf(sentence: string | MessageFormatElement[]): string[][] {
  if (typeof sentence === 'string') return [];
  return sentence.flatMap((element) => [
    ...(isPluralElement(element) ? [Object.keys(element.options)] : []),
    ...optionsOf(element).flatMap((option) => pluralsOf(option.value)),
  ]);
}

function optionsOf(element: MessageFormatElement) {
  return 'options' in element ? Object.values(element.options) : [];
}
