import type { BiginClient } from '@/lib/bigin/client';
import type { RecordTags } from '@/lib/bigin/endpoints/list-records';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import { readTags, type ReadOptions } from '@/lib/preview/read-tags';

export interface Placement {
  /** The records that were found, by module, all in the order of the ids. */
  placed: { module: ModuleName; records: RecordTags[] }[];
  /** Ids that no candidate has. Empty unless all candidates were read. */
  missing: RecordId[];
  /** Ids of which nothing is known: a module of `unread` may have them, or the reading was cancelled. */
  unplaced: RecordId[];
  /** Candidates that the token may not read. */
  unread: ModuleName[];
}

/**
 * Finds out which of the candidate modules has each record, and its tags: all ids are asked for in the first
 * module, those that it does not have in the next, and so on. A module that may not be read is passed over;
 * other errors are thrown.
 */
export async function placeRecords(
  client: BiginClient,
  ids: readonly RecordId[],
  candidates: readonly ModuleName[],
  { goOn = () => true, ...options }: ReadOptions = {},
): Promise<Placement> {
  const asked = [...new Set(ids)];
  const found = new Map<RecordId, { module: ModuleName; tags: Tag[] }>();
  const unread: ModuleName[] = [];
  const left = () => asked.filter((id) => !found.has(id));
  let cancelled = false;
  const mayGoOn = () => {
    cancelled ||= !goOn();
    return !cancelled;
  };

  for (const module of candidates) {
    const tagsOf = await readWhereAllowed(client, module, left(), { ...options, goOn: mayGoOn });
    if (!tagsOf) unread.push(module);
    for (const [id, tags] of tagsOf ?? []) found.set(id, { module, tags });
  }

  const notFound = left();
  const allWereRead = unread.length === 0 && !cancelled;
  return {
    placed: byModule(asked, found),
    missing: allWereRead ? notFound : [],
    unplaced: allWereRead ? [] : notFound,
    unread,
  };
}

function byModule(
  ids: readonly RecordId[],
  found: ReadonlyMap<RecordId, { module: ModuleName; tags: Tag[] }>,
): Placement['placed'] {
  const placed = new Map<ModuleName, RecordTags[]>();
  for (const id of ids) {
    const place = found.get(id);
    if (!place) continue;
    const records = placed.get(place.module) ?? [];
    placed.set(place.module, records);
    records.push({ id, tags: place.tags });
  }
  return [...placed].map(([module, records]) => ({ module, records }));
}

/** Codes of modules that the user, the token or the account does not have (source: Bigin's documentation). */
const closed = new Set(['NO_PERMISSION', 'AUTHORIZATION_FAILED', 'OAUTH_SCOPE_MISMATCH', 'INVALID_MODULE']);

/** `undefined` where the module may not be read. */
async function readWhereAllowed(
  client: BiginClient,
  module: ModuleName,
  ids: readonly RecordId[],
  options: ReadOptions,
): Promise<Map<RecordId, Tag[]> | undefined> {
  try {
    return await readTags(client, module, ids, options);
  } catch (error) {
    if (error instanceof BiginError && closed.has(error.code)) return undefined;
    throw error;
  }
}
