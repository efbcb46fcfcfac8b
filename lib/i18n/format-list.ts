import { perLanguage } from './formatters';

const list = perLanguage(
  (language) => new Intl.ListFormat(language, { style: 'narrow', type: 'conjunction' }),
);

/** `A, B, C`, as the language writes it. */
export function formatList(names: Iterable<string>): string {
  return list().format(names);
}
