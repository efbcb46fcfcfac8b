import type { ListModule, ListPage, PagedRows, RecordPage, SearchPage } from '../wire/messages';
import { boot } from './boot';

export class DataError extends Error {
  constructor(readonly status: number) {
    super(`The data did not load (${status}).`);
  }
}

/**
 * What was loaded stays as it was until the page is reloaded or refreshed: a change of tags that
 * happens elsewhere does not show by itself.
 */
const loaded = new Map<string, Promise<unknown>>();

export function forgetLoaded(): void {
  loaded.clear();
}

export interface ListQuery {
  module: ListModule;
  cvid: string | null;
  page: number;
  perPage: number | 'all';
}

export function loadList({ module, cvid, page, perPage }: ListQuery): Promise<ListPage> {
  const query = new URLSearchParams({ page: String(page), perPage: String(perPage) });
  if (cvid !== null) query.set('cvid', cvid);
  return load<ListPage>(`_data/${module}?${query}`);
}

export function loadRecord(module: ListModule, id: string): Promise<RecordPage> {
  return load<RecordPage>(`_data/${module}/${id}`);
}

export function loadSearch(word: string): Promise<SearchPage> {
  return load<SearchPage>(`_search?${new URLSearchParams({ word })}`);
}

export function loadResults(module: ListModule, word: string, page: number): Promise<PagedRows> {
  return load<PagedRows>(`_search/${module}?${new URLSearchParams({ word, page: String(page) })}`);
}

function load<T>(path: string): Promise<T> {
  const known = loaded.get(path) as Promise<T> | undefined;
  if (known) return known;
  const answer = request<T>(`/bigin/org${boot.zgid}/${path}`);
  loaded.set(path, answer);
  answer.catch(() => loaded.delete(path));
  return answer;
}

async function request<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new DataError(response.status);
  return (await response.json()) as T;
}
