import type { ModuleName } from '@/lib/bigin/modules';
import { moduleNames } from '@/lib/bigin/modules';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { isRecordId, type RecordId } from '@/lib/bigin/record-id';
import { selectionLimit } from '../page-reading';
import { anyList, markupProfile } from '../selectors';
import type { DrawnList } from './drawn-list';
import { isShown } from './is-shown';
import { linkedRecords } from './record-link';

/** What lists of no known profile draw: rows with boxes, of older lists and boards. */
export function drawOtherLists(document: Document, url: string): DrawnList[] {
  const modules = parsePageUrl(url)?.modules ?? moduleNames;
  const lists = new Map<Element, DrawnList>();
  for (const [row, isOn] of rowsWithBoxes(document)) {
    const element = row.parentElement?.closest(markupProfile.list) ?? row.parentElement ?? row;
    const list = lists.get(element) ?? emptyList(element, modules);
    lists.set(element, list);
    const record = recordOfRow(row, url, modules);
    if (!isOn) list.isWhollyTicked = false;
    if (!record) list.unreadable += isOn ? 1 : 0;
    else if (isOn) list.ticked.set(record.id, record.modules);
    else list.unticked.add(record.id);
  }
  return [...lists.values()];
}

function emptyList(element: Element, modules: readonly ModuleName[]): DrawnList {
  return { element, modules, ticked: new Map(), unticked: new Set(), unreadable: 0, isWhollyTicked: true };
}

/**
 * The rows, each with whether it is ticked: a row's first box decides, since others in it are about something else
 * (a field that says yes or no), and only without one what the row says itself. A box that cannot be ticked
 * selects nothing.
 */
function rowsWithBoxes(document: Document): Map<Element, boolean> {
  const rows = new Map<Element, boolean>();
  for (const box of document.querySelectorAll(markupProfile.box)) {
    const row = box.closest(markupProfile.row);
    if (!row || rows.has(row) || !isOtherRow(row)) continue;
    rows.set(row, isTicked(box) && !box.matches('[disabled], [aria-disabled="true"]'));
    // More is refused anyway, and a page without end must not hold us up.
    if (rows.size > selectionLimit) return rows;
  }
  for (const row of document.querySelectorAll(markupProfile.selectableRow)) {
    if (!rows.has(row) && isOtherRow(row)) rows.set(row, row.getAttribute('aria-selected') === 'true');
  }
  return rows;
}

function isOtherRow(row: Element): boolean {
  return row.closest(anyList) === null && !isHeader(row) && isShown(row);
}

/** The header's box ticks all rows and stands for no record. */
function isHeader(row: Element): boolean {
  if (row.closest('thead') || row.querySelector('[role="columnheader"]')) return true;
  return row.matches('tr') && !row.querySelector('td');
}

function isTicked(box: Element): boolean {
  return box.matches(markupProfile.ticked) || box.querySelector(markupProfile.ticked) !== null;
}

/**
 * The one record that a row names: by an id of its own, by links, or by both in agreement. A row may also link to
 * other modules' records (a contact's company): such a link names it only where the page's address says the
 * module, and none of another module says so beside it.
 */
function recordOfRow(
  row: Element,
  url: string,
  modules: readonly ModuleName[],
): { id: RecordId; modules: readonly ModuleName[] } | undefined {
  const linked = linkedRecords(row, markupProfile.row, url);
  const [own, ...otherOwn] = new Set([row.id, row.getAttribute('data-id') ?? ''].filter(isRecordId));
  if (otherOwn.length > 0) return undefined;
  const fitting = linked.filter(({ module }) => modules.includes(module));
  if (own === undefined) return modules.length < moduleNames.length ? onlyOne(fitting) : undefined;
  const ofOwn = new Set(linked.filter(({ id }) => id === own).map(({ module }) => module));
  if (ofOwn.size > 0) return { id: own, modules: [...ofOwn] };
  return fitting.length === 0 ? { id: own, modules } : undefined;
}

/** The record that all of the links name, where it is one. */
function onlyOne(
  linked: readonly { id: RecordId; module: ModuleName }[],
): { id: RecordId; modules: readonly ModuleName[] } | undefined {
  const [first, ...others] = linked;
  const isOne = others.every(({ id, module }) => id === first?.id && module === first.module);
  return first && isOne ? { id: first.id, modules: [first.module] } : undefined;
}
