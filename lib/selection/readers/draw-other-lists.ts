import type { ModuleName } from '@/lib/bigin/modules';
import { moduleNames } from '@/lib/bigin/modules';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { isRecordId, type RecordId } from '@/lib/bigin/record-id';
import { selectionLimit } from '../page-reading';
import { markupProfile } from '../selectors';
import type { DrawnList } from './drawn-list';
import { isShown } from './is-shown';
import { linkedRecords } from './record-link';

/** What lists of no known profile draw: rows with boxes, of older lists and boards, outside the known lists. */
export function drawOtherLists(document: Document, known: readonly Element[], url: string): DrawnList[] {
  const modules = parsePageUrl(url)?.modules ?? moduleNames;
  // Beside a known list, rows that have no id of their own are of something else (open tasks of a contact).
  const mayLink = known.length === 0 && modules.length < moduleNames.length;
  const lists = new Map<Element, OtherList>();
  let rows = 0;
  for (const row of otherRows(document.documentElement, known)) {
    const isOn = isTicked(row);
    if (isOn === undefined || isHeader(row) || !isShown(row)) continue;
    const element = row.parentElement?.closest(markupProfile.list) ?? row.parentElement ?? row;
    const list = lists.get(element) ?? new OtherList(element, modules);
    lists.set(element, list);
    list.add(recordOfRow(row, url, { modules, mayLink }), isOn);
    if (isOn) rows++;
    // More is refused anyway, and a page without end must not hold us up.
    if (rows > selectionLimit) break;
  }
  return [...lists.values()];
}

class OtherList implements DrawnList {
  readonly ticked = new Map<RecordId, readonly ModuleName[]>();
  readonly #unticked = new Set<RecordId>();
  unreadable = 0;

  constructor(
    readonly element: Element,
    readonly modules: readonly ModuleName[],
  ) {}

  add(record: NamedRecord | undefined, isOn: boolean): void {
    if (!record) this.unreadable += isOn ? 1 : 0;
    else if (isOn) this.ticked.set(record.id, record.modules);
    else this.#unticked.add(record.id);
  }

  draws(id: RecordId): boolean {
    return this.ticked.has(id) || this.#unticked.has(id);
  }
}

/**
 * Rows outside the lists of known profiles, in the order of the document. These lists are not searched: they may draw
 * thousands of rows.
 */
function otherRows(around: Element, known: readonly Element[]): Element[] {
  if (known.includes(around)) return [];
  const own = around.matches(markupProfile.row) ? [around] : [];
  const isOutside = !known.some((list) => around.contains(list));
  const inner = isOutside
    ? [...around.querySelectorAll(markupProfile.row)]
    : [...around.children].flatMap((child) => otherRows(child, known));
  return [...own, ...inner];
}

/**
 * Whether a row is ticked; `undefined` where it cannot be. Its first box decides, since others in it are about
 * something else (a field that says yes or no), and only without one what the row says itself. A box that cannot be
 * ticked selects nothing.
 */
function isTicked(row: Element): boolean | undefined {
  const first = row.querySelector(markupProfile.box);
  const own = first && (first.closest(markupProfile.row) === row ? first : ownBox(row));
  if (own) return isTickedBox(own) && !own.matches('[disabled], [aria-disabled="true"]');
  return row.matches(markupProfile.selectableRow) ? row.getAttribute('aria-selected') === 'true' : undefined;
}

/** The first box that is not of a row within the row. */
function ownBox(row: Element): Element | undefined {
  const boxes = [...row.querySelectorAll(markupProfile.box)];
  return boxes.find((box) => box.closest(markupProfile.row) === row);
}

function isTickedBox(box: Element): boolean {
  return box.matches(markupProfile.ticked) || box.querySelector(markupProfile.ticked) !== null;
}

/** The header's box ticks all rows and stands for no record. */
function isHeader(row: Element): boolean {
  const cells = [...row.children];
  if (row.closest('thead') || cells.some((cell) => cell.matches('[role="columnheader"]'))) return true;
  return row.matches('tr') && !cells.some((cell) => cell.matches('td'));
}

/** A record, and the modules that it can be of. */
interface NamedRecord {
  id: RecordId;
  modules: readonly ModuleName[];
}

/**
 * The one record that a row names: by an id of its own, by links, or by both in agreement. A row may also link to
 * other modules' records (a contact's company), so only those of the page's modules count, and where `mayLink` is
 * not set, none names it alone.
 */
function recordOfRow(
  row: Element,
  url: string,
  { modules, mayLink }: { modules: readonly ModuleName[]; mayLink: boolean },
): NamedRecord | undefined {
  const linked = linkedRecords(row, markupProfile.row, url);
  const [own, ...otherOwn] = new Set([row.id, row.getAttribute('data-id') ?? ''].filter(isRecordId));
  if (otherOwn.length > 0) return undefined;
  const fitting = linked.filter(({ module }) => modules.includes(module));
  if (own === undefined) return mayLink ? onlyOne(fitting) : undefined;
  const ofOwn = new Set(linked.filter(({ id }) => id === own).map(({ module }) => module));
  if (ofOwn.size > 0) return { id: own, modules: [...ofOwn] };
  return fitting.length === 0 ? { id: own, modules } : undefined;
}

/** The record that all of the links name, where it is one. */
function onlyOne(linked: readonly { id: RecordId; module: ModuleName }[]): NamedRecord | undefined {
  const [first, ...others] = linked;
  const isOne = others.every(({ id, module }) => id === first?.id && module === first.module);
  return first && isOne ? { id: first.id, modules: [first.module] } : undefined;
}
