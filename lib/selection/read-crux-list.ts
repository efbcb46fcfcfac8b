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

/** The ticked rows of the list view that the page shows, as far as they are drawn. */
export function readCruxList(document: Document): LayerReading {
  const table = [...document.querySelectorAll(cruxTable)].find(isShown);
  if (!table) return undefined;
  const module = moduleOfWord(table.getAttribute(cruxTableModule) ?? '');
  const pageCount = readPageCount(document);
  return { ids: tickedIds(table), ...(module && { module }), ...(pageCount !== undefined && { pageCount }) };
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
