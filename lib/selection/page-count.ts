import { clearSelection, cruxTable } from './selectors';

/** Longest text that is taken for a count; beyond, it is some other part of the page. */
const longestText = 120;

/**
 * How many records the page itself says are selected: the first number near the control that clears the
 * selection, in whatever language and digits. `undefined` where the page says nothing.
 * Lists that stand on one page (a search's results, one a module) each have a count; these add up.
 */
export function readPageCount(root: ParentNode): number | undefined {
  const counts = new Map<unknown, number>();
  for (const clear of root.querySelectorAll<HTMLElement>(clearSelection)) {
    const count = isShown(clear) ? countNear(clear) : undefined;
    const list = listOf(clear);
    if (count !== undefined) counts.set(list, Math.max(count, counts.get(list) ?? 0));
  }
  if (counts.size === 0) return undefined;
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function countNear(clear: HTMLElement): number | undefined {
  for (const near of [
    clear,
    clear.previousElementSibling,
    clear.parentElement,
    clear.parentElement?.parentElement,
  ]) {
    const text = near?.textContent ?? '';
    const count = text.length <= longestText ? parseCount(text) : undefined;
    if (count !== undefined) return count;
  }
  return undefined;
}

/** The list whose selection a control clears: it stands in the closest element that also holds a list. */
function listOf(clear: Element): Element | undefined {
  for (let around = clear.parentElement; around; around = around.parentElement) {
    const list = around.querySelector(cruxTable);
    if (list) return list;
  }
  return undefined;
}

/** `checkVisibility` is missing where no layout is computed. */
export function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? true;
}

/**
 * The first whole number in a text: `1,234`, `1.234`, `1 234`, `1’234`, `१२३`, `１２３`, `١٢٣`.
 * A group separator stands between a digit and two (in India) or three more.
 */
export function parseCount(text: string): number | undefined {
  const match = /\p{Nd}+(?:[.,'’٬\s\u00a0\u202f]\p{Nd}{2,3})*/u.exec(text);
  if (!match) return undefined;
  const digits = Array.from(match[0].matchAll(/\p{Nd}/gu), ([digit]) => digitValue(digit)).join('');
  const count = Number(digits);
  return Number.isSafeInteger(count) ? count : undefined;
}

/** Decimal digits of every script stand in runs of ten, zero first, that start where the run of digits does. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}
