import { moduleOfWord, type ModuleName } from '@/lib/bigin/modules';
import { isRecordId, orgPrefix, type RecordId } from '@/lib/bigin/record-id';
import { isShown, readPageCount } from './page-count';
import type { LayerReading } from './page-reading';
import type { ComponentList } from './read-components';
import {
  cruxBox,
  cruxBoxIdPrefix,
  cruxSelectedRow,
  cruxTable,
  cruxTableModule,
  cruxTicked,
} from './selectors';

/**
 * The ticked rows of the lists that the page shows: those that are drawn, and with what the list components
 * say, those on other pages of a list too. A page may show one list a module (a search's results); rows of two
 * modules are no selection that could be acted on.
 */
export function readCruxList(document: Document, components: readonly ComponentList[] = []): LayerReading {
  const tables = [...document.querySelectorAll(cruxTable)].filter(isShown).map(readTable);
  if (tables.length === 0) return undefined;
  const pageCount = readPageCount(document);
  const lists = tables
    .map((table) => ({ ...table, elsewhere: selectedElsewhere(table, components) }))
    .filter(({ ticked, elsewhere }) => ticked.length + elsewhere.length > 0);
  const ticked = unique(lists.flatMap((list) => list.ticked));
  const all = unique([...ticked, ...lists.flatMap((list) => list.elsewhere)]);
  // A component that knows of more than the page itself says is not believed.
  const believed = pageCount === undefined || all.length <= pageCount;
  const ids = believed ? all : ticked;
  const modules = new Set(lists.map((list) => list.module));
  if (modules.size > 1) return { ids: [], pageCount: Math.max(pageCount ?? 0, ids.length) };
  const [module] = modules;
  return { ids, ...(module && { module }), ...(pageCount !== undefined && { pageCount }) };
}

interface Table {
  /** The value of the attribute that names the module. */
  word: string;
  module: ModuleName | undefined;
  ticked: RecordId[];
  /** Rows that are drawn with a box that is not ticked. */
  unticked: Set<RecordId>;
}

/**
 * The box is what the user ticked, so it decides; a selected row counts by its class only where no half of
 * it has a box. Rows drawn twice (pinned columns) carry one id.
 */
function readTable(table: Element): Table {
  const boxes = new Map<RecordId, boolean>();
  for (const box of table.querySelectorAll(cruxBox)) {
    const id = box.id.slice(cruxBoxIdPrefix.length);
    if (isRecordId(id)) boxes.set(id, boxes.get(id) || isTicked(box));
  }
  const ticked = new Set<RecordId>();
  const unticked = new Set<RecordId>();
  for (const [id, isOn] of boxes) (isOn ? ticked : unticked).add(id);
  for (const { id } of table.querySelectorAll(cruxSelectedRow)) {
    if (isRecordId(id) && !boxes.has(id)) ticked.add(id);
  }
  const word = table.getAttribute(cruxTableModule) ?? '';
  return { word, module: moduleOfWord(word), ticked: [...ticked], unticked };
}

/** What the table's component adds: records of the same organization whose box is not seen to be unticked. */
function selectedElsewhere(
  { word, ticked, unticked }: Table,
  components: readonly ComponentList[],
): RecordId[] {
  const prefixes = new Set([...ticked, ...unticked].map(orgPrefix));
  return components
    .filter(({ module }) => module === word)
    .flatMap(({ ids }) => ids)
    .filter((id) => isRecordId(id) && prefixes.has(orgPrefix(id)) && !unticked.has(id));
}

function isTicked(box: Element): boolean {
  return box.matches(cruxTicked) || box.querySelector(cruxTicked) !== null;
}

function unique(ids: readonly RecordId[]): RecordId[] {
  return [...new Set(ids)];
}
