import type { Call } from './call';
import { ApiError, invalidParameter } from './error';

export interface Page {
  page: number;
  perPage: number;
}

const mostPerPage = 200;

export function readPage({ query }: Call): Page {
  return { page: wholeNumber('page', query.get('page') ?? '1'), perPage: readPerPage(query) };
}

function readPerPage(query: URLSearchParams): number {
  const perPage = wholeNumber('per_page', query.get('per_page') ?? String(mostPerPage));
  if (perPage > mostPerPage) throw invalidParameter('per_page', 'per_page is more than 200');
  return perPage;
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw invalidParameter(name);
  return Number(text);
}

/** The first 2,000 records are to be had by number of page, the rest by token alone. */
export function requireDiscrete({ page, perPage }: Page): void {
  if (page * perPage > 2000) {
    throw new ApiError(
      400,
      'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
      'the limit for page and per_page is exceeded, use page_token',
      { page, per_page: perPage },
    );
  }
}

export function cutPage<T>(items: readonly T[], { page, perPage }: Page): { rows: T[]; more: boolean } {
  const end = page * perPage;
  return { rows: items.slice(end - perPage, end), more: items.length > end };
}
