import * as z from 'zod/mini';
import type { BiginClient } from '../client';
import type { ModuleName } from '../modules';
import { isRecordId, type RecordId } from '../record-id';
import { coqlScope, readScope } from '../scopes';
import { recordTagsSchema, type Tag } from './tags';

const recordsAnswer = z.object({
  data: z.array(z.object({ id: z.string().check(z.refine(isRecordId)), Tag: recordTagsSchema })),
});

/** One way of asking for the tags of given records. Records that do not exist are left out of the answer. */
export interface TagReader {
  name: 'coql-200' | 'ids' | 'coql-50' | 'single';
  /** Most records a call takes. */
  limit: number;
  read(client: BiginClient, module: ModuleName, ids: RecordId[]): Promise<Map<RecordId, Tag[]>>;
}

/**
 * COQL `in`. The documentation of Bigin's COQL speaks of 200 records a call, that of CRM's of 50 values after
 * `in`; whether `Tag` may be selected is unknown.
 */
function coql(limit: 200 | 50): TagReader {
  return {
    name: `coql-${limit}`,
    limit,
    async read(client, module, ids) {
      const list = ids.map((id) => `'${id}'`).join(',');
      const query = `select id, Tag from ${module} where id in (${list}) limit ${limit} offset 0`;
      const request = {
        method: 'POST',
        scope: coqlScope,
        path: 'coql',
        body: { select_query: query },
      } as const;
      return records(await client.request(request, recordsAnswer));
    },
  };
}

/** `ids=` on the list of records, 100 a call in CRM. Whether Bigin v2 takes it is unknown. */
const byIds: TagReader = {
  name: 'ids',
  limit: 100,
  async read(client, module, ids) {
    const query = { fields: 'id,Tag', ids: ids.join(','), per_page: '200' };
    return records(
      await client.request({ method: 'GET', scope: readScope(module), path: module, query }, recordsAnswer),
    );
  },
};

/** One call a record: always there (source: get-records documentation). */
const single: TagReader = {
  name: 'single',
  limit: 1,
  async read(client, module, [id]) {
    const scope = readScope(module);
    const request = { method: 'GET', scope, path: `${module}/${id}`, query: { fields: 'id,Tag' } } as const;
    return records(await client.request(request, recordsAnswer));
  },
};

/** The ways of reading tags, the one that costs the fewest calls first. */
export const tagReaders: readonly TagReader[] = [coql(200), byIds, coql(50), single];

function records(answer: z.infer<typeof recordsAnswer> | undefined): Map<RecordId, Tag[]> {
  return new Map(answer?.data.map(({ id, Tag }) => [id, Tag]));
}
