import { ancestorsOf, attributeOf, parentOf, tagOf } from './safe-dom';

/** What looks like a list: elements of one kind, each with a few marks, in one parent or in several alike. */
export interface FoundList {
  /** The parent of the first row. */
  container: Element;
  rows: Element[];
  /** How many rows the longest of its parents has. */
  longest: number;
}

/** Levels above a mark at which its row is looked for. */
const highest = 40;

/** A row has a box and a few ids; what has more is a part of the page, with rows in it. */
const mostMarksOfRow = 12;

const mostLists = 3;

/** The longest lists, none of them inside another. */
export function findLists(marks: readonly Element[]): FoundList[] {
  const lists = new Map<string, FoundList>();
  for (const [container, children] of marksOfChildren(marks)) {
    const rows = rowsAmong(children);
    if (rows.length < 2) continue;
    const kind = kindOf(container, rows);
    const list = lists.get(kind);
    if (list) {
      list.rows.push(...rows);
      list.longest = Math.max(list.longest, rows.length);
    } else {
      lists.set(kind, { container, rows, longest: rows.length });
    }
  }
  const chosen: FoundList[] = [];
  for (const list of [...lists.values()].sort((a, b) => b.longest - a.longest)) {
    if (chosen.length === mostLists) break;
    if (!chosen.some((other) => isInside(list, other) || isInside(other, list))) chosen.push(list);
  }
  return chosen;
}

/** For each element, its children that hold marks, with how many. */
function marksOfChildren(marks: readonly Element[]): Map<Element, Map<Element, number>> {
  const parents = new Map<Element, Map<Element, number>>();
  for (const mark of marks) {
    let child = mark;
    for (const parent of ancestorsOf(mark, highest)) {
      const children = parents.get(parent) ?? new Map<Element, number>();
      parents.set(parent, children.set(child, (children.get(child) ?? 0) + 1));
      child = parent;
    }
  }
  return parents;
}

/** The children of the most frequent tag. */
function rowsAmong(children: ReadonlyMap<Element, number>): Element[] {
  const byTag = new Map<string, Element[]>();
  for (const [child, marks] of children) {
    if (marks > mostMarksOfRow) continue;
    const tag = tagOf(child);
    const alike = byTag.get(tag);
    if (alike) alike.push(child);
    else byTag.set(tag, [child]);
  }
  return [...byTag.values()].reduce((most, alike) => (alike.length > most.length ? alike : most), []);
}

/** Lists of one kind are the columns of a board, or the lists of a search's results. */
function kindOf(container: Element, rows: readonly Element[]): string {
  const around = [container, parentOf(container)].map((element) =>
    element ? `${tagOf(element)} ${attributeOf(element, 'class')}` : '',
  );
  return [...rows.slice(0, 1).map(tagOf), ...around].join(' > ');
}

function isInside(list: FoundList, other: FoundList): boolean {
  const rows = new Set(other.rows);
  return [list.container, ...ancestorsOf(list.container, highest)].some((element) => rows.has(element));
}
