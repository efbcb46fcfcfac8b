import * as z from '@/lib/zod';
import { nullish } from '@/lib/schemas';
import type { BiginClient } from '../client';
import { BiginError } from '../errors/bigin-error';
import type { ModuleName } from '../modules';
import { isRecordId, type RecordId } from '../record-id';
import { readScope } from '../scopes';
import { pageSize } from './reading-limits';
import { recordTagsSchema, type Tag } from './tags';

/** The last page that its number reaches: the first 2,000 records (source: get-records documentation). */
const lastNumberedPage = 10;

/** A page of a list. From the eleventh on, only its token reaches it. */
export interface Place {
  page: number;
  token?: string;
}

export const firstPage: Place = { page: 1 };

export interface RecordTags {
  id: RecordId;
  tags: Tag[];
}

export interface RecordPage {
  records: RecordTags[];
  /** Where the list goes on; `unreachable`: Bigin has more of it, and says no way to them. */
  next: Place | 'end' | 'unreachable';
}

export interface ListOptions {
  /** Custom view that the list is narrowed to. */
  cvid?: string | undefined;
  place?: Place;
}

const listAnswer = z.object({
  data: z.array(z.object({ id: z.string(z.refine(isRecordId)), Tag: recordTagsSchema })),
  info: z.object({ more_records: z.boolean(), next_page_token: nullish(z.string()) }),
});

/**
 * `GET /{module}`: one page of a module's records with their tags, of all or of a custom view. The oldest come
 * first, so that a record made meanwhile stands at the end and moves no other.
 */
export async function listRecords(
  client: BiginClient,
  module: ModuleName,
  { cvid, place = firstPage }: ListOptions = {},
): Promise<RecordPage> {
  const query = {
    fields: 'id,Tag',
    per_page: String(pageSize),
    sort_by: 'id',
    sort_order: 'asc',
    ...(cvid !== undefined && { cvid }),
    ...placeQuery(place),
  };
  const request = { method: 'GET', scope: readScope(module), path: module, query } as const;
  const answer = await client.request(request, listAnswer);
  if (!answer) return { records: [], next: 'end' };
  return {
    records: answer.data.map(({ id, Tag }) => ({ id, tags: Tag })),
    next: nextPlace(answer.info, place.page + 1),
  };
}

/**
 * A token may not stand beside `page` (source: get-records documentation), and must stand beside the very
 * parameters that it was given for (source: CRM's `TOKEN_BOUND_DATA_MISMATCH`).
 */
function placeQuery({ page, token }: Place): Record<string, string> {
  if (token !== undefined) return { page_token: token };
  return page === 1 ? {} : { page: String(page) };
}

function nextPlace(info: z.infer<typeof listAnswer>['info'], page: number): RecordPage['next'] {
  if (!info.more_records) return 'end';
  if (info.next_page_token) return { page, token: info.next_page_token };
  return page <= lastNumberedPage ? { page } : 'unreachable';
}

/** Source: CRM's API description; `INVALID_DATA` is Bigin's word for any parameter that it does not take. */
const tokenRefusals = new Set(['EXPIRED_VALUE', 'TOKEN_BOUND_DATA_MISMATCH', 'INVALID_DATA']);

/** Whether Bigin no longer takes the token of a place. One lives for a day (source: `page_token_expiry`). */
export function isPlaceRefused(error: unknown, { token }: Place): boolean {
  return token !== undefined && error instanceof BiginError && tokenRefusals.has(error.code);
}
