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

/** What a list of a known profile draws. Rows drawn twice (pinned columns) carry one id. */
export function drawKnownList(list: KnownList, url: string): DrawnList {
  const { element, profile } = list;
  const modules = modulesOfWord(moduleWord(list));
  const rows = tickedRows(list);
  const drawn: DrawnList = {
    element,
    profile,
    modules,
    ticked: new Map(),
    unticked: new Set(),
    unreadable: 0,
    isWhollyTicked: true,
  };
  const moduleOf = modules.length > 1 ? modulesByLink(list, rows, modules, url) : undefined;
  for (const [id, isOn] of rows) {
    if (!isOn) drawn.isWhollyTicked = false;
    if (!isRecordId(id)) drawn.unreadable += isOn ? 1 : 0;
    else if (isOn) drawn.ticked.set(id, moduleOf?.get(id) ?? modules);
    else drawn.unticked.add(id);
  }
  return drawn;
}

/**
 * Whether each row is ticked. Its box is what the user ticked, so that decides; a row counts by its class only
 * where no half of it has a box. What is not shown counts for nothing.
 */
function tickedRows({ element, profile }: KnownList): Map<string, boolean> {
  const hasLists = element.querySelector(anyList) !== null;
  const isOwn = (part: Element) => !hasLists || part.closest(anyList) === element;
  const rows = new Map<string, boolean>();
  const note = (id: string, isOn: boolean, part: Element) => {
    if (isOwn(part) && (!isOn || isShown(part))) rows.set(id, rows.get(id) || isOn);
  };
  for (const box of element.querySelectorAll(profile.box)) {
    note(box.id.slice(profile.boxIdPrefix.length), isTicked(box, profile), box);
    // More is refused anyway, and a page without end must not hold us up.
    if (rows.size > selectionLimit) return rows;
  }
  const boxed = new Set(rows.keys());
  for (const row of element.querySelectorAll(profile.row)) {
    if (!boxed.has(row.id)) note(row.id, row.matches(profile.selectedRow), row);
    if (rows.size > selectionLimit) return rows;
  }
  return rows;
}

/** The module of each ticked row of a list of several, as the links of its own name agree on it. */
function modulesByLink(
  { element, profile }: KnownList,
  rows: ReadonlyMap<string, boolean>,
  modules: readonly ModuleName[],
  url: string,
): Map<RecordId, readonly ModuleName[]> {
  const named = new Map<RecordId, Set<ModuleName>>();
  for (const row of element.querySelectorAll(profile.row)) {
    if (!rows.get(row.id)) continue;
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
