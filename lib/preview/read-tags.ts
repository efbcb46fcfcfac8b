import type { BiginClient } from '@/lib/bigin/client';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { UnreadableAnswerError } from '@/lib/bigin/errors/unreadable-answer-error';
import { tagReaders, type TagReader } from '@/lib/bigin/endpoints/record-tags';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';

export interface ReadOptions {
  /** Makes a call, again where that may help. */
  attempt?: <T>(call: () => Promise<T>) => Promise<T>;
  /** Asked before every call; what was read until then is answered. */
  goOn?: () => boolean;
}

/**
 * The tags of the given records, in the fewest calls that this account takes: the readers are tried in
 * order, and one that Bigin refuses (or that answers other records) leaves the field to the next.
 * A record that Bigin does not have is missing from the map. Errors that no other reader could mend are thrown.
 */
export async function readTags(
  client: BiginClient,
  module: ModuleName,
  ids: readonly RecordId[],
  { attempt = (call) => call(), goOn = () => true }: ReadOptions = {},
): Promise<Map<RecordId, Tag[]>> {
  const tags = new Map<RecordId, Tag[]>();
  let readers = tagReaders;
  let start = 0;
  while (start < ids.length && goOn()) {
    const [reader] = readers;
    if (!reader) throw new UnreadableAnswerError(200);
    const asked = ids.slice(start, start + reader.limit);
    const answer = await tryReader(reader, () => attempt(() => reader.read(client, module, asked)), asked);
    if (!answer) {
      readers = readers.slice(1);
      continue;
    }
    for (const [id, found] of answer) tags.set(id, found);
    start += asked.length;
  }
  return tags;
}

/** `undefined` where this way of reading is not taken. */
async function tryReader(
  reader: TagReader,
  read: () => Promise<Map<RecordId, Tag[]>>,
  ids: RecordId[],
): Promise<Map<RecordId, Tag[]> | undefined> {
  try {
    const answer = await read();
    const asked = new Set(ids);
    // An ignored `ids=` answers the module's newest records instead.
    return [...answer.keys()].every((id) => asked.has(id)) ? answer : undefined;
  } catch (error) {
    if (reader.name === 'single') {
      if (isGone(error)) return new Map();
      throw error;
    }
    if (error instanceof UnreadableAnswerError || isRefusal(error)) return undefined;
    throw error;
  }
}

/** A refusal of the form of the question, or of the scope that only this form needs. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof BiginError)) return false;
  const final = ['INVALID_TOKEN', 'AUTHENTICATION_FAILURE', 'TOO_MANY_REQUESTS'];
  return error.status < 500 && error.status !== 429 && !final.includes(error.code);
}

function isGone(error: unknown): boolean {
  return (
    error instanceof BiginError &&
    ['INVALID_DATA', 'RESOURCE_NOT_FOUND', 'RECORD_NOT_FOUND'].includes(error.code)
  );
}
