import { parsePageUrl } from '@/lib/bigin/page-url';
import { selectionLimit } from '../page-reading';
import { findKnownLists } from '../readers/draw-known-lists';
import { isShown } from '../readers/is-shown';
import { readPageCounts } from '../readers/page-count';
import { readTicked } from '../readers/read-ticked';
import { listProfiles, markupProfile } from '../selectors';

/** What a look at a page finds. */
export interface PageLook {
  /** How many records are selected: at most what one selection holds. */
  count: number;
  /** The elements in which that can change without the user's doing; none on a page without a list. */
  places: Element[];
}

/** Most lists of other markup that are worth watching on a page. */
const mostPlaces = 20;

/** Without any of these, nothing is ticked, in a list of whatever kind. */
const anyMark = [
  ...listProfiles.flatMap(({ ticked, selectedRow }) => [ticked, selectedRow]),
  markupProfile.ticked,
  markupProfile.selectableRow,
].join(', ');

/**
 * How many records are selected on a page: what the page itself says, and only where it says nothing of a list,
 * what a reading of the rows comes to. On a record's page nothing is counted, nor on pages that are not Bigin's.
 */
export function lookAtPage(document: Document, url: string): PageLook {
  const page = parsePageUrl(url);
  if (!page || page.recordId) return { count: 0, places: [] };
  const lists = findKnownLists(document).filter(({ element }) => isShown(element));
  const told = countTold(
    document,
    lists.map(({ element }) => element),
  );
  const count = Math.min(told ?? countRead(document, url), selectionLimit);
  const places = lists.map(({ element, profile }) => element.closest(profile.view) ?? element);
  return { count, places: places.length > 0 || count === 0 ? places : otherPlaces(document) };
}

/** What the page says, where it says it of all its known lists. */
function countTold(document: Document, lists: readonly Element[]): number | undefined {
  const counts = readPageCounts(document, lists);
  const isOfAll = lists.every((list) => counts.some((count) => count.lists.includes(list)));
  return counts.length > 0 && isOfAll ? counts.reduce((sum, { count }) => sum + count, 0) : undefined;
}

/** Where the page says nothing at all, ticked rows that name no record are none of it: pages of settings have such. */
function countRead(document: Document, url: string): number {
  if (!document.querySelector(anyMark)) return 0;
  const { parts, pageCount, shortfall } = readTicked(document, url);
  return parts.reduce((sum, { ids }) => sum + ids.length, pageCount === undefined ? 0 : shortfall);
}

/** Lists of other markup show themselves by what is ticked in them. */
function otherPlaces(document: Document): Element[] {
  const places = new Set<Element>();
  for (const mark of document.querySelectorAll(`${markupProfile.ticked}, ${markupProfile.selectableRow}`)) {
    const place = mark.closest(markupProfile.row)?.parentElement;
    if (place) places.add(place.closest(markupProfile.list) ?? place);
    if (places.size === mostPlaces) break;
  }
  return [...places];
}
