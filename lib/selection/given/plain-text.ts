/** Longest piece of what was pasted that is shown again. */
const shownLength = 80;

/**
 * The text with `\n` as its only line break and without what cannot be seen: zero-width and direction marks,
 * NUL and other controls become spaces, and a run of spaces one space. An id that such a character cuts in two
 * stays cut. No line comes or goes.
 */
export function plainText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n ])[\p{Cc}\p{Cf}\p{Z}]/gu, ' ')
    .replace(/ {2,}/g, ' ');
}

/** The beginning of a line, whole characters, to show which one is meant. */
export function cutText(text: string): string {
  const start = text.trimStart().slice(0, 2 * shownLength);
  return Array.from(start).slice(0, shownLength).join('').trimEnd();
}
