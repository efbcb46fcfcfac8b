import { clearSelection, control } from '../selectors';
import { isShown } from './is-shown';
import { parseCount } from './parse-count';

/** What the page says of the lists that a control clears the selection of. */
export interface PageCount {
  /** How many records are selected in them. */
  count: number;
  /** None where no list is known that the control could belong to. */
  lists: Element[];
}

/** Longest text that is taken for a count; beyond, it is some other part of the page. */
const longestText = 120;

/**
 * How many records the page itself says are selected: the first number near each control that clears a selection,
 * in whatever language and digits. It is of the lists in the closest element that holds any, but for those that
 * have a control of their own; a count that is drawn twice counts once.
 */
export function readPageCounts(document: Document, lists: readonly Element[]): PageCount[] {
  const counts = new Map<Element | undefined, number>();
  for (const clear of document.querySelectorAll<HTMLElement>(clearSelection)) {
    const count = isShown(clear) ? countNear(clear) : undefined;
    if (count === undefined) continue;
    const around = surroundings(clear, lists);
    counts.set(around, Math.max(count, counts.get(around) ?? 0));
  }
  const ownerOf = new Map(lists.map((list) => [list, closestOwner(list, counts)]));
  return [...counts].map(([around, count]) => ({
    count,
    lists: around ? lists.filter((list) => ownerOf.get(list) === around) : [],
  }));
}

/** The closest element around a control that also holds a list. */
function surroundings(clear: Element, lists: readonly Element[]): Element | undefined {
  for (let around = clear.parentElement; around; around = around.parentElement) {
    const closest = around;
    if (lists.some((list) => closest.contains(list))) return around;
  }
  return undefined;
}

function closestOwner(list: Element, counts: ReadonlyMap<Element | undefined, number>): Element | undefined {
  for (let around: Element | null = list; around; around = around.parentElement) {
    if (counts.has(around)) return around;
  }
  return undefined;
}

function countNear(clear: HTMLElement): number | undefined {
  const before = clear.previousElementSibling;
  const { parentElement: around } = clear;
  const near = [before?.matches(control) ? null : before, around, around?.parentElement];
  const texts = [clear.textContent, ...near.map((each) => each && textWithin(each))];
  return texts.map(numberIn).find((count) => count !== undefined);
}

function numberIn(text: string | null | undefined): number | undefined {
  return text && text.length <= longestText ? parseCount(text) : undefined;
}

/** `NodeFilter.SHOW_TEXT` */
const textNodes = 4;

/** The text without that of controls: “Select all 3,000” is no count of what is selected. */
function textWithin(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, textNodes);
  let text = '';
  while (walker.nextNode() && text.length <= longestText) {
    const within = walker.currentNode.parentElement?.closest(control);
    if (!within || !element.contains(within)) text += walker.currentNode.textContent;
  }
  return text;
}
