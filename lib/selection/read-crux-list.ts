import { moduleOfWord } from '@/lib/bigin/modules';
import { isRecordId, type RecordId } from '@/lib/bigin/record-id';
import { isShown, readPageCount } from './page-count';
import type { LayerReading } from './page-reading';
import {
  cruxBox,
  cruxBoxIdPrefix,
  cruxSelectedRow,
  cruxTable,
  cruxTableModule,
  cruxTicked,
} from './selectors';

/**
 * The ticked rows of the lists that the page shows, as far as they are drawn. A page may show one list a
 * module (a search's results); rows of two modules are no selection that could be acted on.
 */
export function readCruxList(document: Document): LayerReading {
  const tables = [...document.querySelectorAll(cruxTable)].filter(isShown);
  if (tables.length === 0) return undefined;
  const pageCount = readPageCount(document);
  const ticked = tables
    .map((table) => ({
      module: moduleOfWord(table.getAttribute(cruxTableModule) ?? ''),
      ids: tickedIds(table),
    }))
    .filter(({ ids }) => ids.length > 0);
  const ids = [...new Set(ticked.flatMap((list) => list.ids))];
  const modules = new Set(ticked.map((list) => list.module));
  if (modules.size > 1) return { ids: [], pageCount: Math.max(pageCount ?? 0, ids.length) };
  const [module] = modules;
  return { ids, ...(module && { module }), ...(pageCount !== undefined && { pageCount }) };
}

/**
 * The box is what the user ticked, so it decides; a selected row counts by its class only where no half of
 * it has a box. Rows drawn twice (pinned columns) carry one id.
 */
function tickedIds(table: Element): RecordId[] {
  const boxes = new Map<RecordId, boolean>();
  for (const box of table.querySelectorAll(cruxBox)) {
    const id = box.id.slice(cruxBoxIdPrefix.length);
    if (isRecordId(id)) boxes.set(id, boxes.get(id) || isTicked(box));
  }
  const ids = new Set<RecordId>();
  for (const [id, ticked] of boxes) if (ticked) ids.add(id);
  for (const { id } of table.querySelectorAll(cruxSelectedRow)) {
    if (isRecordId(id) && !boxes.has(id)) ids.add(id);
  }
  return [...ids];
}

function isTicked(box: Element): boolean {
  return box.matches(cruxTicked) || box.querySelector(cruxTicked) !== null;
}
