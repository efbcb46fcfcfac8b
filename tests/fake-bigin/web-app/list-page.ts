import type { ModuleName, Org } from '../world/types';
import { indexRecords } from './lookups';
import { toRowList, type ModuleRecord } from './rows';
import type { ListModule, ListPage } from './wire/messages';

export const pageSizes = [10, 20, 50, 100];

export interface ListRequest {
  module: ListModule;
  /** Null: the first view, which is the one a list opens with. */
  cvid: string | null;
  page: number;
  perPage: number;
}

/** Undefined when the view that is asked for does not exist. */
export function listPage(org: Org, request: ListRequest): ListPage | undefined {
  const { module, page, perPage } = request;
  const views = module === 'Activities' ? [] : org.views[module];
  const view = request.cvid === null ? views[0] : views.find(({ id }) => id === request.cvid);
  if (request.cvid !== null && !view) return undefined;
  const all = recordsOf(org, module).filter(({ record }) => !view || view.includes(record));
  const shown = all.slice((page - 1) * perPage, page * perPage);
  return {
    ...toRowList(org, indexRecords(org), module, shown, all.length),
    cvid: view?.id ?? null,
    views: views.map(({ id, name }) => ({ id, name })),
    page,
    perPage,
  };
}

/** Everything at once: a board has no pages. */
export function wholeView(org: Org, module: ListModule, cvid: string | null): ListPage | undefined {
  return listPage(org, { module, cvid, page: 1, perPage: Number.MAX_SAFE_INTEGER });
}

function recordsOf(org: Org, module: ListModule): ModuleRecord[] {
  if (module !== 'Activities') return org.records[module].map((record) => ({ module, record }));
  const kinds: ModuleName[] = ['Tasks', 'Events', 'Calls'];
  return takeTurns(
    kinds
      .filter((kind) => !org.forbiddenModules.has(kind))
      .map((kind) => org.records[kind].map((record) => ({ module: kind, record }))),
  );
}

/** One of each in turn, so that any page of a mixed list is really mixed. */
function takeTurns<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}
