import { modulesOfWord, type ModuleName } from '@/lib/bigin/modules';
import { isRecordId, type RecordId } from '@/lib/bigin/record-id';
import { selectionLimit } from '../page-reading';
import { anyList, listProfiles, type ListProfile } from '../selectors';
import type { DrawnList } from './drawn-list';
import { isShown } from './is-shown';
import { linkedRecords } from './record-link';

/** A list of a known profile; it need not be shown. */
export interface KnownList {
  element: Element;
  profile: ListProfile;
}

/** The lists of known profiles, in the order of the document. */
export function findKnownLists(document: Document): KnownList[] {
  return [...document.querySelectorAll(anyList)].flatMap((element) => {
    const profile = listProfiles.find(({ list }) => element.matches(list));
    return profile ? { element, profile } : [];
  });
}

/** The value of the list's attribute that names its module. */
export function moduleWord({ element, profile }: KnownList): string {
  return element.getAttribute(profile.moduleAttribute) ?? '';
}

/**
 * What a list of a known profile draws. Rows drawn twice (pinned columns) carry one id. Only what is ticked is looked
 * at closely: a list may draw thousands of rows, while the page waits.
 */
export function drawKnownList(list: KnownList, others: readonly KnownList[], url: string): DrawnList {
  const { element, profile } = list;
  const modules = modulesOfWord(moduleWord(list));
  const { ticked, unticked } = readRows(list, others);
  const names = [...ticked];
  const ids = names.filter(isRecordId);
  const moduleOf = modules.length > 1 ? modulesByLink(list, ticked, modules, url) : undefined;
  const rows = () =>
    [...element.querySelectorAll(`${profile.row}, ${profile.box}`)].map((part) => nameOf(part, profile));
  return {
    element,
    profile,
    modules,
    ticked: new Map(ids.map((id) => [id, moduleOf?.get(id) ?? modules])),
    unreadable: names.length - ids.length,
    draws: (id) => isDrawn(list, id),
    sample: () => ids[0] ?? rows().find(isRecordId),
    isWhollyTicked: () => unticked === 0 && rows().every((name) => ticked.has(name)),
  };
}

/**
 * What names the rows that are ticked, and how many boxes are not. A row's box is what the user ticked, so that
 * decides; a row counts by its class only where no half of it has a box. What is not shown counts for nothing.
 */
function readRows(list: KnownList, others: readonly KnownList[]): { ticked: Set<string>; unticked: number } {
  const { element, profile } = list;
  const inner = others.filter((other) => other.element !== element && element.contains(other.element));
  const isOwn = (part: Element) => !inner.some((other) => other.element.contains(part));
  const ticked = new Set<string>();
  const boxed = new Set<string>();
  let unticked = 0;
  for (const box of element.querySelectorAll(profile.box)) {
    const isOn = isTicked(box, profile);
    if (!isOn) unticked++;
    if (!isOwn(box) || (isOn && !isShown(box))) continue;
    const name = nameOf(box, profile);
    boxed.add(name);
    if (isOn) ticked.add(name);
    // More is refused anyway, and a page without end must not hold us up.
    if (ticked.size > selectionLimit) return { ticked, unticked };
  }
  // Where each row has its box, no row's class is asked for.
  if (inner.length === 0 && isEachBoxed(list, boxed)) return { ticked, unticked };
  for (const row of element.querySelectorAll(profile.selectedRow)) {
    if (!boxed.has(row.id) && isOwn(row) && isShown(row)) ticked.add(row.id);
    if (ticked.size > selectionLimit) break;
  }
  return { ticked, unticked };
}

/** Whether each row has its box: there are as many of both, or all rows are drawn in a second half as well. */
function isEachBoxed({ element, profile }: KnownList, boxed: ReadonlySet<string>): boolean {
  const rows = element.querySelectorAll(profile.row);
  const { size } = boxed;
  return rows.length === size || (rows.length === 2 * size && rows[size]?.id === rows[0]?.id);
}

/** What should be the id of the record that a row, or its box, is of. */
function nameOf(part: Element, { boxIdPrefix }: ListProfile): string {
  return part.id.startsWith(boxIdPrefix) ? part.id.slice(boxIdPrefix.length) : part.id;
}

/**
 * Asked of the document, which finds an id at once; a list would have to be searched for it. Of what is drawn twice,
 * or left over where it is not shown, one part that is shown is enough.
 */
function isDrawn({ element, profile }: KnownList, id: RecordId): boolean {
  const { ownerDocument: document } = element;
  const isPart = (part: Element) => part.matches(`${profile.row}, ${profile.box}`) && isShown(part);
  return [profile.boxIdPrefix + id, id].some((name) => {
    const first = document.getElementById(name);
    return first !== null && (isPart(first) || [...document.querySelectorAll(`[id="${name}"]`)].some(isPart));
  });
}

/** The module of each ticked row of a list of several, as the links of its own name agree on it. */
function modulesByLink(
  { element, profile }: KnownList,
  ticked: ReadonlySet<string>,
  modules: readonly ModuleName[],
  url: string,
): Map<RecordId, readonly ModuleName[]> {
  const named = new Map<RecordId, Set<ModuleName>>();
  for (const row of element.querySelectorAll(profile.row)) {
    if (!ticked.has(row.id)) continue;
    for (const { id, module } of linkedRecords(row, profile.row, url)) {
      if (id !== row.id || !modules.includes(module)) continue;
      named.set(id, (named.get(id) ?? new Set()).add(module));
    }
  }
  return new Map([...named].flatMap(([id, found]) => (found.size === 1 ? [[id, [...found]]] : [])));
}

function isTicked(box: Element, { ticked }: ListProfile): boolean {
  return box.matches(ticked) || box.querySelector(ticked) !== null;
}
