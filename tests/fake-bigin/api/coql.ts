import type { BiginRecord } from '../world/types';
import { requireScope } from './authorization';
import { charge, jsonBody, ok, requireReadable, type Endpoint } from './call';
import { parseCoql, type CoqlQuery } from './coql-query';
import { ApiError } from './error';
import { someFields } from './record-shape';

const mostRows = 200;
const mostOffset = 10_000;

/** `POST /coql` */
export const coql: Endpoint = {
  method: 'POST',
  path: '/coql',
  handle(call) {
    const { parts, org, token } = call;
    requireScope(token, 'coql', ['READ']);
    if (parts.behaviour.unknowns.coql === 'refused') {
      throw new ApiError(403, 'NO_PERMISSION', 'COQL is not available for your organization');
    }
    const text = jsonBody(call)['select_query'];
    if (typeof text !== 'string') {
      throw new ApiError(400, 'MANDATORY_NOT_FOUND', 'required field not found', {
        api_name: 'select_query',
      });
    }
    const query = parseCoql(text);
    const spec = requireReadable(call, query.module);
    const ofAll = ['id', 'Tag', 'Created_Time', 'Modified_Time', 'Owner'];
    const known = new Set([...ofAll, spec.nameField, ...spec.fields]);
    const refusesTag = parts.behaviour.unknowns.coql === 'refuses-tag';
    const named = [...query.columns, ...query.conditions.map(({ field }) => field)];
    for (const column of named) {
      if (!known.has(column) || (refusesTag && column === 'Tag')) {
        throw new ApiError(400, 'INVALID_QUERY', 'column given seems to be invalid', { column_name: column });
      }
    }
    requireLimits(query, parts.behaviour.limits.coqlInValues);
    const columns =
      parts.behaviour.unknowns.coql === 'leaves-tag-out'
        ? query.columns.filter((column) => column !== 'Tag')
        : query.columns;
    charge(call, 1);

    const found = org.records[spec.name].filter(fits(query));
    if (query.order === 'asc') found.reverse();
    const rows = found.slice(query.offset, query.offset + query.limit);
    if (rows.length === 0) return 'nothing';
    return ok({
      data: rows.map((record) => someFields(parts, org, spec, record, columns)),
      info: { count: rows.length, more_records: found.length > query.offset + query.limit },
    });
  },
};

function requireLimits({ limit, offset, conditions }: CoqlQuery, mostValues: number): void {
  const exceeded =
    limit > mostRows
      ? 'limit'
      : offset + limit > mostOffset
        ? 'offset'
        : conditions.some(({ values }) => values.length > mostValues)
          ? 'in'
          : null;
  if (exceeded) {
    throw new ApiError(400, 'LIMIT_EXCEEDED', `the limit of ${exceeded} is exceeded`, { clause: exceeded });
  }
}

/** Whether a record meets all conditions of a query. */
function fits({ conditions }: CoqlQuery): (record: BiginRecord) => boolean {
  const wanted = conditions.map(({ field, values }) => ({ field, values: new Set(values) }));
  return (record) =>
    wanted.every(({ field, values }) => {
      if (field === 'id') return values.has(record.id);
      if (field === 'Tag') return record.tags.some((tag) => values.has(tag));
      return values.has(String(record.fields[field] ?? record.name));
    });
}
