import { charge, idList, ok, requireReadable, type Endpoint } from './call';
import { someFields, wholeRecord } from './record-shape';

/** `GET /{module}/{id}`: an id that is not there answers 204, as an empty list does. */
export const getRecord: Endpoint = {
  method: 'GET',
  path: '/:module/:id{[0-9]+}',
  handle(call) {
    const { parts, org, query, path } = call;
    const spec = requireReadable(call, path['module'] ?? '');
    charge(call, 1);
    const record = parts.world.record(org.zgid, spec.name, path['id'] ?? '');
    if (!record) return 'nothing';
    const fields = idList(query.get('fields') ?? '');
    const shape =
      fields.length > 0
        ? someFields(parts, org, spec, record, fields)
        : wholeRecord(parts, org, spec, record);
    return ok({ data: [shape] });
  },
};
