import type { Org } from '../world/types';
import { indexRecords } from './lookups';
import { recordsOf } from './records-of';
import { toRowList } from './rows';
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
