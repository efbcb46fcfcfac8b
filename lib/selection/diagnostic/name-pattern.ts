import { nameParts, type PageWords } from './page-words';
import { isStructural } from './structural-words';

/** Plain ASCII, at most 40 characters besides digits. */
function isPlain(name: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(name) && name.replaceAll(/\d/g, '').length <= 40;
}

/**
 * A name that the page's author gave (a class, an id, an attribute), without what may be data: `<word>` stands
 * for each part that the page's texts have too, `<9 digits>` for digits, `<name>` for what is no plain name.
 */
export function namePattern(name: string, words: PageWords): string {
  if (/^\d+$/.test(name)) return digits(name);
  if (!isPlain(name)) return '<name>';
  const hidesDigits = name.replaceAll(/\D/g, '').length > 3;
  const ranges = words.rangesIn(name);
  return name.replaceAll(nameParts, (part, start: number) => {
    if (/^\d/.test(part)) return hidesDigits ? digits(part) : part;
    const end = start + part.length;
    const touching = ranges.filter((range) => range.start < end && range.end > start);
    const tells = isStructural(part)
      ? touching.some((range) => range.start < start || range.end > end)
      : touching.length > 0 || words.tells(part);
    return tells ? '<word>' : part;
  });
}

/** Whether a value that may be a record's name is a name of the page's author: several words, all structural. */
export function isStructuralName(value: string): boolean {
  const parts = value.match(nameParts) ?? [];
  return isPlain(value) && parts.length > 1 && parts.every(isStructural);
}

export function digits(run: string): string {
  return `<${run.length} digits>`;
}
