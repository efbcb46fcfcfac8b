import { parsePageUrl } from '@/lib/bigin/page-url';
import { isRecordId, orgPrefix, type RecordId } from '@/lib/bigin/record-id';
import type { ModuleName } from '@/lib/bigin/modules';
import {
  noDoubts,
  selectionLimit,
  type LayerReading,
  type PageView,
  type ReadingPart,
  type ReadingSource,
} from '../page-reading';
import { clearSelection } from '../selectors';
import { drawKnownList, findKnownLists, moduleWord } from './draw-known-lists';
import { drawOtherLists } from './draw-other-lists';
import type { DrawnList } from './drawn-list';
import { isShown } from './is-shown';
import { readPageCounts } from './page-count';
import type { ComponentList } from './read-components';

/**
 * The ticked rows of all lists that the page shows: those that are drawn, and with what the lists' components say,
 * those that are not. A page may show several lists (a search's results), and one list several modules
 * (activities).
 *
 * @param components what the components of the known lists say, in the lists' order; see `readComponents`.
 */
export function readTicked(
  document: Document,
  url: string,
  components: readonly ComponentList[] = [],
): LayerReading {
  const lists = drawLists(document, url, components);
  const counts = readPageCounts(
    document,
    lists.map(({ drawn }) => drawn.element),
  );
  const counted = counts.map(({ count, lists: elements }) => ({
    count,
    lists: lists.filter(({ drawn }) => elements.includes(drawn.element)),
  }));
  const known = new Set(counted.flatMap((group) => group.lists));
  const uncounted = lists
    .filter((list) => !known.has(list))
    .map((list) => ({ count: undefined, lists: [list] }));
  const isSomeSelected = document.querySelector(clearSelection) !== null;
  return together([...counted, ...uncounted].map((group) => readGroup(group, url, isSomeSelected)));
}

/** A list as it is drawn, and what its component says besides. */
interface ReadList {
  drawn: DrawnList;
  /** Records that are nowhere drawn. */
  told: Set<RecordId>;
  /** How many of what the component says cannot be believed, though nothing that is drawn speaks against it. */
  doubtful: number;
}

function drawLists(document: Document, url: string, components: readonly ComponentList[]): ReadList[] {
  const all = findKnownLists(document);
  const known = all
    .map((list, index) => ({ list, component: components[index] }))
    .filter(({ list }) => isShown(list.element))
    .map(({ list, component }) => ({
      drawn: drawKnownList(list, all, url),
      // Lists may have come or gone between the two readings.
      told: component?.module === moduleWord(list) ? component.ids : [],
    }));
  const elements = all.map(({ element }) => element);
  const others = drawOtherLists(document, elements, url).map((drawn) => ({ drawn, told: [] }));
  const lists = [...known, ...others];
  return lists.map(({ drawn, told }) => {
    const odd = new Set(told.filter((id) => !isRecordId(id))).size;
    const elsewhere = new Set(
      told.filter((id) => isRecordId(id) && !lists.some((list) => list.drawn.draws(id))),
    );
    // Only what is drawn tells which organization's records these are.
    const sample = elsewhere.size > 0 ? drawn.sample?.() : undefined;
    const prefix = sample && orgPrefix(sample);
    const believed = [...elsewhere].filter((id) => orgPrefix(id) === prefix);
    return { drawn, told: new Set(believed), doubtful: elsewhere.size - believed.length + odd };
  });
}

interface Group {
  /** How many the page says are selected in these lists together. */
  count: number | undefined;
  lists: readonly ReadList[];
}

/** @param isSomeSelected whether the page offers to clear a selection, which it does only where there is one. */
function readGroup({ count, lists }: Group, url: string, isSomeSelected: boolean): LayerReading {
  const total = (pick: (list: ReadList) => number) => lists.reduce((sum, list) => sum + pick(list), 0);
  const ticked = total(({ drawn }) => drawn.ticked.size);
  const toldCount = total(({ told }) => told.size);
  // A component that knows of more than the page itself says is not believed, nor one that alone knows of any.
  const isBelieved = count === undefined ? ticked > 0 || isSomeSelected : ticked + toldCount <= count;
  const told = isBelieved ? toldCount : 0;
  const read = ticked + told;
  // A drawn row that names no record may be one that the component names.
  const unreadable = Math.max(0, total(({ drawn }) => drawn.unreadable) - told);
  const doubtful = count === undefined ? total((list) => list.doubtful) + toldCount - told : 0;
  const selected = Math.max(count ?? 0, read + unreadable + doubtful);
  return {
    ...noDoubts,
    parts: lists.flatMap((list) => partsOfList(list, isBelieved)),
    pageCount: count,
    shortfall: selected - read,
    excess: Math.max(0, read - (count ?? read)),
    unchecked: count === undefined ? told : 0,
    view: wholeView(lists, count ?? 0, read, url),
  };
}

function partsOfList({ drawn, told }: ReadList, isBelieved: boolean): ReadingPart[] {
  const source = drawn.profile ? 'list' : 'markup';
  const elsewhere = new Map([...told].map((id) => [id, drawn.modules]));
  return [...partsOf(source, drawn.ticked), ...(isBelieved ? partsOf('component', elsewhere) : [])];
}

/** A part for each module, or set of modules that are possible, in the order of the page. */
function partsOf(
  source: ReadingSource,
  records: ReadonlyMap<RecordId, readonly ModuleName[]>,
): ReadingPart[] {
  const parts = new Map<string, ReadingPart>();
  let part: ReadingPart | undefined;
  for (const [id, modules] of records) {
    // Most lists are of one module.
    if (part?.modules !== modules) {
      part = parts.get(modules.join()) ?? { source, modules, ids: [] };
      parts.set(modules.join(), part);
    }
    part.ids.push(id);
  }
  return [...parts.values()];
}

/**
 * The view whose records are all selected: the page says that there are more than could be read, and marks it so,
 * or at least shows no row that is not ticked. Ticks on other pages of a list look the same where its component
 * does not tell of them.
 */
function wholeView(
  lists: readonly ReadList[],
  count: number,
  read: number,
  url: string,
): PageView | undefined {
  const [list, ...others] = lists;
  const { element, profile, modules, ticked, isWhollyTicked } = list?.drawn ?? {};
  const around = profile && element?.closest(profile.view);
  if (!around || !modules || others.length > 0 || count <= read) return undefined;
  const isCertain = around.querySelector(profile.wholeView) !== null;
  const looksWhole = ticked !== undefined && ticked.size > 0 && isWhollyTicked?.();
  if (!isCertain && !looksWhole) return undefined;
  const named = around.getAttribute(profile.viewIdAttribute) ?? '';
  const cvid = isRecordId(named) ? named : parsePageUrl(url)?.cvid;
  return { isCertain, modules, count, ...(cvid && { cvid }) };
}

/**
 * The lists of a page as one reading. Records of two organizations are no selection that could be acted on, nor are
 * more than a selection holds.
 */
function together(readings: readonly LayerReading[]): LayerReading {
  const sum = (pick: (reading: LayerReading) => number | undefined) =>
    readings.reduce((total, reading) => total + (pick(reading) ?? 0), 0);
  const parts = readings.flatMap((reading) => reading.parts);
  const ids = parts.flatMap((part) => part.ids);
  const isUsable = new Set(ids.map(orgPrefix)).size <= 1 && ids.length <= selectionLimit;
  const says = readings.some(({ pageCount }) => pageCount !== undefined);
  const views = readings.flatMap(({ view }) => view ?? []);
  return {
    ...noDoubts,
    parts: isUsable ? parts : [],
    ...(says && { pageCount: sum(({ pageCount }) => pageCount) }),
    shortfall: sum(({ shortfall }) => shortfall) + (isUsable ? 0 : ids.length),
    excess: isUsable ? sum(({ excess }) => excess) : 0,
    unchecked: isUsable ? sum(({ unchecked }) => unchecked) : 0,
    ...(views.length === 1 && { view: views[0] }),
  };
}
