/**
 * A tag's name as it is compared with what is typed: without case and without marks such as accents. Vowel signs and
 * the like, which some scripts write as marks too, stay.
 */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/(?=\p{M})\p{Diacritic}/gu, '')
    .toUpperCase();
}

/** The tags whose names hold every word that was typed, in any order; all of them where nothing was. */
export function filterTags<T extends { name: string }>(tags: readonly T[], typed: string): readonly T[] {
  const words = folded(typed).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return tags;
  return tags.filter(({ name }) => {
    const text = folded(name);
    return words.every((word) => text.includes(word));
  });
}
