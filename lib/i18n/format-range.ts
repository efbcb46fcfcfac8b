import { perLanguage } from './formatters';

const numbers = perLanguage((language) => new Intl.NumberFormat(language));

/** `101–200`: whole numbers from one to another, as the language writes it. */
export function formatRange(from: number, to: number): string {
  return numbers().formatRange(from, to);
}
