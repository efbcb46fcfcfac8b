import type { ModuleName } from '@/lib/bigin/modules';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import type { RecordId } from '@/lib/bigin/record-id';
import { ProblemError } from '@/lib/problem';
import { noDoubts, type Doubts, type PageReading, type PageView } from './page-reading';
import type { Selection, Selections, SelectionSource, Unplaced } from './selection';

/** Records from one source, and the modules that they can be of. */
export interface SelectedPart {
  source: SelectionSource;
  modules: readonly ModuleName[];
  ids: readonly RecordId[];
}

/**
 * The selections that a reading of a page amounts to. Throws a `ProblemError` where there is nothing that could
 * be acted on: no page of Bigin, nothing selected, or nothing of it readable (but for a whole view, whose
 * records the API can tell).
 */
export function selectionsOf(reading: PageReading): Selections {
  const page = parsePageUrl(reading.url);
  if (!page) throw new ProblemError('notBigin');
  const { parts, view, shortfall } = reading;
  if (parts.every(({ ids }) => ids.length === 0) && !view) {
    if (shortfall > 0) throw new ProblemError('selectionUnreadable', { count: shortfall });
    throw new ProblemError('nothingSelected');
  }
  return buildSelections(page, parts, reading, view);
}

/** The selection of the one record that a link names; throws where it names none. */
export function selectionsOfLink(url: string): Selections {
  const page = parsePageUrl(url);
  if (!page?.recordId) throw new ProblemError('linkNotRecord');
  return buildSelections(page, [{ source: 'link', modules: page.modules, ids: [page.recordId] }]);
}

/** Parts as one whole: a selection a module, each record once, under the first part that names it. */
export function buildSelections(
  { dataCenter, org }: Pick<BiginPage, 'dataCenter' | 'org'>,
  parts: readonly SelectedPart[],
  { pageCount, shortfall, excess, unchecked, beside }: Doubts = noDoubts,
  view?: PageView,
): Selections {
  const known = new Set<RecordId>();
  const byModule = new Map<ModuleName, Selection>();
  const unplaced: Unplaced[] = [];
  // A record that one part places is not looked up for the sake of another part.
  for (const { source, modules: possible, ids } of parts.toSorted(
    (a, b) => a.modules.length - b.modules.length,
  )) {
    const fresh = [...new Set(ids)].filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    if (fresh.length === 0) continue;
    const [module, ...others] = possible;
    if (!module || others.length > 0) {
      unplaced.push({ modules: [...possible], source, ids: fresh });
      continue;
    }
    const selection = byModule.get(module) ?? { dataCenter, org, module, ids: [], sources: [] };
    for (const id of fresh) selection.ids.push(id);
    if (!selection.sources.includes(source)) selection.sources.push(source);
    byModule.set(module, selection);
  }
  return {
    dataCenter,
    org,
    byModule: [...byModule.values()],
    unplaced,
    missing: 0,
    shortfall,
    excess,
    unchecked,
    beside,
    ...(pageCount !== undefined && { pageCount }),
    ...(view && { view: { ...view, modules: [...view.modules] } }),
  };
}

/**
 * The selections with the open records placed: `placed` says in which modules they were found, `open` which of them
 * could not be looked up everywhere; the others are missing. Throws `noneFound` or `lookUpRefused` where nothing is
 * left to act on.
 */
export function withPlaced(
  selections: Selections,
  placed: readonly { module: ModuleName; ids: readonly RecordId[] }[],
  open: readonly Unplaced[] = [],
): Selections {
  const { dataCenter, org, unplaced } = selections;
  const sources = unplaced.map(({ source }) => source);
  const byModule = new Map(selections.byModule.map((selection) => [selection.module, selection]));
  for (const { module, ids } of placed) {
    const before = byModule.get(module);
    byModule.set(module, {
      dataCenter,
      org,
      module,
      ids: [...new Set([...(before?.ids ?? []), ...ids])],
      sources: [...new Set([...(before?.sources ?? []), ...sources])],
    });
  }
  const asked = countIds(unplaced);
  if (byModule.size === 0) {
    if (open.length === 0) throw new ProblemError('noneFound', { count: asked });
    throw new ProblemError('lookUpRefused', { count: countIds(open), modules: modulesOf(open).join() });
  }
  const missing = asked - countIds(placed) - countIds(open);
  return { ...selections, byModule: [...byModule.values()], unplaced: [...open], missing };
}

/** The modules that open records may be of. */
export function modulesOf(open: readonly Unplaced[]): ModuleName[] {
  return [...new Set(open.flatMap((part) => part.modules))];
}

function countIds(parts: readonly { ids: readonly RecordId[] }[]): number {
  return parts.reduce((sum, { ids }) => sum + ids.length, 0);
}
