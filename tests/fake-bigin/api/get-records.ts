import type { ModuleSpec } from '../world/modules';
import type { BiginRecord } from '../world/types';
import { charge, idList, ok, requireReadable, type Call, type Endpoint } from './call';
import { ApiError, invalidParameter, missingParameter } from './error';
import { readPageToken, writePageToken, type Place } from './page-token';
import { cutPage, readPage, requireDiscrete } from './paging';
import { someFields } from './record-shape';
import { timeText } from './time-text';

const day = 86_400_000;
const mostFields = 50;
const mostIds = 100;

/** `GET /{module}` */
export const getRecords: Endpoint = {
  method: 'GET',
  path: '/:module',
  handle(call) {
    const { parts, org, query, path } = call;
    const spec = requireReadable(call, path['module'] ?? '');
    const fields = readFields(query);
    const place = readPlace(call, spec);
    charge(call, place.cvid === null ? 1 : 3);

    const found = sorted(select(call, spec, place), place);
    const { rows, more } = cutPage(found, place);
    if (rows.length === 0) return 'nothing';
    const tokenFor = (page: number) => writePageToken({ ...place, page });
    return ok({
      data: rows.map((record) => someFields(parts, org, spec, record, fields)),
      info: {
        per_page: place.perPage,
        next_page_token: more ? tokenFor(place.page + 1) : null,
        count: rows.length,
        sort_by: place.sortBy,
        page: place.page,
        previous_page_token: place.page > 1 ? tokenFor(place.page - 1) : null,
        page_token_expiry: more || place.page > 1 ? timeText(place.expires) : null,
        sort_order: place.sortOrder,
        more_records: more,
      },
    });
  },
};

function readFields(query: URLSearchParams): string[] {
  const fields = idList(query.get('fields') ?? '');
  if (fields.length === 0) throw missingParameter('fields');
  if (fields.length > mostFields) throw limitExceeded('fields', mostFields);
  return fields;
}

/** A token names its place and page size by itself; all else is read from the query. */
function readPlace(call: Call, spec: ModuleSpec): Place {
  const { parts, org, query } = call;
  const now = parts.clock.now();
  const token = query.get('page_token');
  if (token !== null) {
    if (query.has('page')) {
      throw new ApiError(400, 'AMBIGUITY_DURING_PROCESSING', 'page and page_token cannot be given together', {
        param_names: ['page', 'page_token'],
      });
    }
    return readPageToken(token, now, org.zgid, spec.name);
  }
  const page = readPage(call);
  requireDiscrete(page);
  const cvid = query.get('cvid');
  if (cvid !== null && !org.views[spec.name].some((view) => view.id === cvid)) throw invalidParameter('cvid');
  const sortBy = query.get('sort_by') ?? 'id';
  if (!['id', 'Created_Time', 'Modified_Time'].includes(sortBy)) throw invalidParameter('sort_by');
  const sortOrder = query.get('sort_order') ?? 'desc';
  if (!['asc', 'desc'].includes(sortOrder)) throw invalidParameter('sort_order');
  return { ...page, module: spec.name, zgid: org.zgid, cvid, sortBy, sortOrder, expires: now + day };
}

function select({ parts, org, query }: Call, { name: module }: ModuleSpec, { cvid }: Place): BiginRecord[] {
  const view = org.views[module].find(({ id }) => id === cvid);
  const records = view ? org.records[module].filter((record) => view.includes(record)) : org.records[module];
  const asked = query.get('ids');
  if (asked === null || parts.behaviour.unknowns.idsParameter === 'ignored') return records;
  if (parts.behaviour.unknowns.idsParameter === 'refused') {
    throw invalidParameter('ids', 'the parameter ids is not supported');
  }
  const ids = idList(asked);
  if (ids.length === 0) throw invalidParameter('ids');
  if (ids.length > mostIds) throw limitExceeded('ids', mostIds);
  const wanted = new Set(ids);
  return records.filter(({ id }) => wanted.has(id));
}

function sorted(records: readonly BiginRecord[], { sortBy, sortOrder }: Place): BiginRecord[] {
  const sign = sortOrder === 'asc' ? 1 : -1;
  // All ids of an org are equally long, so they compare as text.
  const byId = (one: BiginRecord, other: BiginRecord) => (one.id < other.id ? -1 : 1);
  const time = (record: BiginRecord) =>
    sortBy === 'Created_Time' ? record.createdTime : record.modifiedTime;
  return [...records].sort(
    (one, other) => sign * ((sortBy === 'id' ? 0 : time(one) - time(other)) || byId(one, other)),
  );
}

const limitExceeded = (name: string, most: number) =>
  new ApiError(400, 'LIMIT_EXCEEDED', `only ${most} values are allowed`, { param_name: name, limit: most });
