import type { RecordId } from '@/lib/bigin/record-id';

/** Spreadsheets keep so many digits of a number; the others become zeros. */
const keptDigits = 15;

/** So many zeros in place of last digits come about by chance once in ten thousand texts. */
const tellingZeros = 4;

/** `6.33185E+18`, `6331846000204950000.00`, also with a decimal comma: ids that a spreadsheet took for numbers. */
const rounded =
  /^[\s"']*(?:(?<mantissa>\d(?:[.,]\d+)?)e\+?(?<exponent>1[4-8])|(?<whole>\d{15,19})[.,]0+)[\s"']*$/i;

export function isRounded(text: string): boolean {
  return rounded.test(text);
}

/** How many digits the number had before a spreadsheet rounded it; 0 where it is none such. */
export function digitsBeforeRounding(text: string): number {
  const { exponent, whole } = rounded.exec(text)?.groups ?? {};
  return whole?.length ?? (exponent ? Number(exponent) + 1 : 0);
}

/** Whether each id ends in zeros beyond the digits that a spreadsheet keeps, and that cannot well be chance. */
export function areRounded(ids: ReadonlySet<RecordId>): boolean {
  let zeros = 0;
  for (const id of ids) {
    const lost = id.slice(keptDigits);
    if (!/^0*$/.test(lost)) return false;
    zeros += lost.length;
  }
  return zeros >= tellingZeros;
}
