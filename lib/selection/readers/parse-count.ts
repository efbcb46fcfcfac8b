/** No organization has more records: a larger number is something else. */
const mostRecords = 1e9;

/**
 * The first whole number in a text: `1,234`, `1.234`, `1 234`, `1’234`, `१२३`, `１２３`, `١٢٣`.
 * The last group has three digits; those between have three, or two in India.
 */
export function parseCount(text: string): number | undefined {
  const match = /\p{Nd}+(?:(?:[.,'’٬]\p{Nd}{2})*[.,'’٬\s\u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*/u.exec(text);
  if (!match) return undefined;
  const digits = Array.from(match[0].matchAll(/\p{Nd}/gu), ([digit]) => digitValue(digit)).join('');
  const count = Number(digits);
  return count <= mostRecords ? count : undefined;
}

/** Decimal digits of every script stand in runs of ten, zero first, that start where the run of digits does. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}
