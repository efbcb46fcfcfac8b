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
  const rows = () => [...element.querySelectorAll(`${profile.row}, ${profile.box}`)];
  return {
    element,
    profile,
    modules,
    ticked: new Map(ids.map((id) => [id, moduleOf?.get(id) ?? modules])),
    unreadable: names.length - ids.length,
    draws: (id) => isDrawn(list, id),
    sample: () =>
      ids[0] ??
      rows()
        .map((row) => nameOf(row, profile))
        .find(isRecordId),
    isWhollyTicked: () => unticked === 0 && rows().every((row) => ticked.has(nameOf(row, profile))),
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
    const name = nameOf(box, profile);
    boxed.add(name);
    if (!isTicked(box, profile)) unticked++;
    else if (isOwn(box) && isShown(box)) ticked.add(name);
    // More is refused anyway, and a page without end must not hold us up.
    if (ticked.size > selectionLimit) return { ticked, unticked };
  }
  // Where there is a box for each row, drawn once or twice, no row's class is asked for.
  const rows = element.querySelectorAll(profile.row).length;
  if (rows === boxed.size || rows === 2 * boxed.size) return { ticked, unticked };
  for (const row of element.querySelectorAll(profile.selectedRow)) {
    if (!boxed.has(row.id) && isOwn(row) && isShown(row)) ticked.add(row.id);
    if (ticked.size > selectionLimit) break;
  }
  return { ticked, unticked };
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
  return [profile.boxIdPrefix + id, id].some((name) => {
    const first = document.getElementById(name);
    if (!first) return false;
    return isShown(first) || [...document.querySelectorAll(`[id="${name}"]`)].some(isShown);
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
