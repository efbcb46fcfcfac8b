import * as z from '@/lib/zod';
import type { BiginClient } from '../client';
import type { ModuleName } from '../modules';
import { isRecordId, type RecordId } from '../record-id';
import { coqlScope, readScope } from '../scopes';
import { tagReaderLimits, type TagReaderName } from './reading-limits';
import { recordTagsSchema, type Tag } from './tags';

const recordsAnswer = z.object({
  data: z.array(z.object({ id: z.string(z.refine(isRecordId)), Tag: z.optional(recordTagsSchema) })),
  info: z.optional(z.object({ more_records: z.optional(z.boolean()) })),
});

/** One way of asking for the tags of given records. */
export interface TagReader {
  name: TagReaderName;
  /** Most records a call takes. */
  limit: number;
  /**
   * The tags of those of the records that exist. Throws `OtherAnswerError` where Bigin answers something else than
   * was asked, and the client's errors.
   */
  read(
    client: BiginClient,
    module: ModuleName,
    ids: readonly RecordId[],
    onArrived?: () => void,
  ): Promise<Map<RecordId, Tag[]>>;
}

/** An answer to another question: other records, only some of those that there are, or none of their tags. */
export class OtherAnswerError extends Error {
  override readonly name = 'OtherAnswerError';
}

/**
 * COQL `in`. The documentation of Bigin's COQL speaks of 200 records a call, that of CRM's of 50 values after
 * `in`; whether `Tag` may be selected is unknown.
 */
function coql(limit: 200 | 50): TagReader {
  return {
    name: `coql-${limit}`,
    limit,
    async read(client, module, ids, onArrived) {
      const list = ids.map((id) => `'${id}'`).join(',');
      const query = `select id, Tag from ${module} where id in (${list}) limit ${limit} offset 0`;
      const request = {
        method: 'POST',
        scope: coqlScope,
        path: 'coql',
        body: { select_query: query },
        onArrived,
      } as const;
      return tagsById(ids, await client.request(request, recordsAnswer));
    },
  };
}

/** `ids=` on the list of records, 100 a call in CRM. Whether Bigin v2 takes it is unknown. */
const byIds: TagReader = {
  name: 'ids',
  limit: tagReaderLimits.ids,
  async read(client, module, ids, onArrived) {
    const query = { fields: 'id,Tag', ids: ids.join(','), per_page: '200' };
    const scope = readScope(module);
    const request = { method: 'GET', scope, path: module, query, onArrived } as const;
    return tagsById(ids, await client.request(request, recordsAnswer));
  },
};

/** One call a record: always there (source: get-records documentation). */
const single: TagReader = {
  name: 'single',
  limit: tagReaderLimits.single,
  async read(client, module, ids, onArrived) {
    const path = `${module}/${ids[0]}`;
    const query = { fields: 'id,Tag' };
    const request = { method: 'GET', scope: readScope(module), path, query, onArrived } as const;
    return tagsById(ids, await client.request(request, recordsAnswer));
  },
};

/** The ways of reading tags, the one that costs the fewest calls first. */
export const tagReaders: readonly TagReader[] = [coql(200), byIds, coql(50), single];

/**
 * Records that are left out do not exist, unless the answer says that it is not all there is. An `ids=` that is
 * ignored answers the module's newest records, which may by chance all be among those that were asked for.
 */
function tagsById(
  asked: readonly RecordId[],
  { data, info }: z.infer<typeof recordsAnswer> = { data: [] },
): Map<RecordId, Tag[]> {
  const ids = new Set(asked);
  const tags = new Map<RecordId, Tag[]>();
  for (const { id, Tag } of data) {
    if (!Tag || !ids.has(id)) throw new OtherAnswerError();
    tags.set(id, Tag);
  }
  if (info?.more_records && tags.size < ids.size) throw new OtherAnswerError();
  return tags;
}
