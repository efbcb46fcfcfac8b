import type { ModuleSpec } from '../world/modules';
import type { BiginRecord } from '../world/types';
import { charge, idList, ok, requireReadable, type Call, type Endpoint } from './call';
import { fieldsOf, meets, parseCriteria } from './criteria';
import { invalidParameter, missingParameter } from './error';
import { cutPage, readPage, requireDiscrete } from './paging';
import { someFields, wholeRecord } from './record-shape';

/** `GET /{module}/search`: answers from an index that lags behind writes. */
export const search: Endpoint = {
  method: 'GET',
  path: '/:module/search',
  handle(call) {
    const { parts, org, query, path } = call;
    const spec = requireReadable(call, path['module'] ?? '');
    const page = readPage(call);
    requireDiscrete(page);
    const matches = readQuestion(call, spec);
    charge(call, 1);

    const indexed = parts.world.recordsAt(
      org.zgid,
      spec.name,
      parts.clock.now() - parts.behaviour.searchLagMs,
    );
    const { rows, more } = cutPage(indexed.filter(matches), page);
    if (rows.length === 0) return 'nothing';
    const fields = idList(query.get('fields') ?? '');
    return ok({
      data: rows.map((record) =>
        fields.length > 0
          ? someFields(parts, org, spec, record, fields)
          : wholeRecord(parts, org, spec, record),
      ),
      info: {
        per_page: page.perPage,
        count: rows.length,
        sort_by: 'id',
        page: page.page,
        sort_order: 'desc',
        more_records: more,
      },
    });
  },
};

/** The first of criteria, email, phone and word that is given decides. */
function readQuestion({ query, parts }: Call, spec: ModuleSpec): (record: BiginRecord) => boolean {
  const valuesOf = (record: BiginRecord) => (field: string) => {
    if (field === 'Tag') return record.tags;
    if (field === 'id') return [record.id];
    return [field === spec.nameField ? record.name : String(record.fields[field] ?? '')];
  };
  const criteria = query.get('criteria');
  if (criteria !== null) {
    const criterion = parseCriteria(criteria);
    for (const field of fieldsOf(criterion)) {
      const known = ['id', 'Tag', spec.nameField, ...spec.fields].includes(field);
      const refused = field === 'Tag' && parts.behaviour.unknowns.searchByTag === 'refused';
      if (!known || refused) throw invalidParameter('criteria', `the field ${field} cannot be searched`);
    }
    return (record) => meets(criterion, valuesOf(record));
  }
  const email = query.get('email');
  if (email !== null) {
    return (record) => String(record.fields['Email'] ?? '').toLowerCase() === email.toLowerCase();
  }
  const phone = query.get('phone');
  if (phone !== null) return (record) => record.fields['Phone'] === phone;
  const word = query.get('word')?.toLowerCase();
  if (!word) throw missingParameter('criteria');
  return (record) =>
    [record.name, ...record.tags, ...Object.values(record.fields)].some((value) =>
      String(value ?? '')
        .toLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(word)),
    );
}
