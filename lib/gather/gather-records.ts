import type { BiginClient } from '@/lib/bigin/client';
import {
  firstPage,
  isPlaceRefused,
  listRecords,
  type RecordPage,
  type RecordTags,
} from '@/lib/bigin/endpoints/list-records';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import type { ReadOptions } from '@/lib/preview/read-tags';

export interface GatherWish {
  module: ModuleName;
  /** Custom view; all records of the module without it. */
  cvid?: string | undefined;
  /** Which records are meant, by their tags; all of them without it. */
  keep?: (tags: Tag[]) => boolean;
  /** Most records that are kept. */
  limit: number;
}

interface GatherProgress {
  read: number;
  kept: number;
}

export interface GatherOptions extends ReadOptions {
  /** Told after each page; both numbers begin again where the list is read from its start again. */
  onProgress?: (progress: GatherProgress) => void;
}

export interface Gathered {
  /** The records that were kept, the oldest first. */
  records: RecordTags[];
  /** How many records were read, the kept ones included. */
  read: number;
  /**
   * `all`: the list was read to its end. `limit`: one more than `limit` is meant. `unreachable`: Bigin has more
   * and says no way to them. `cancelled`: `goOn` said no. But for `all`, more records may be meant than are here.
   */
  ended: 'all' | 'limit' | 'unreachable' | 'cancelled';
}

/**
 * Reads a module's records, or those of a view, and keeps the ones that are meant, each once. Errors of the
 * calls are thrown; a page token that Bigin no longer takes makes it start over, once.
 *
 * What vanishes from the part that was read already moves the rest of the list up, if Bigin's tokens count
 * records (unknown): then one is passed over for each, and no answer tells of it.
 */
export async function gatherRecords(
  client: BiginClient,
  { module, cvid, keep = () => true, limit }: GatherWish,
  { attempt = (call) => call(), goOn = () => true, onProgress }: GatherOptions = {},
): Promise<Gathered> {
  const read = new Set<RecordId>();
  const records: RecordTags[] = [];
  const end = (ended: Gathered['ended']): Gathered => ({ records, read: read.size, ended });
  let place = firstPage;
  let startedOver = false;
  while (goOn()) {
    let page: RecordPage;
    try {
      page = await attempt(() => listRecords(client, module, { cvid, place }));
    } catch (error) {
      if (startedOver || !isPlaceRefused(error, place)) throw error;
      startedOver = true;
      // What was read is as old as the token: it is read anew.
      read.clear();
      records.length = 0;
      place = firstPage;
      continue;
    }
    const readBefore = read.size;
    for (const record of page.records) {
      if (read.has(record.id)) continue;
      read.add(record.id);
      if (!keep(record.tags)) continue;
      if (records.length === limit) return end('limit');
      records.push(record);
    }
    onProgress?.({ read: read.size, kept: records.length });
    if (page.next === 'end') return end('all');
    // A list that goes on and brings nothing new would go on forever.
    if (page.next === 'unreachable' || read.size === readBefore) return end('unreachable');
    place = page.next;
  }
  return end('cancelled');
}
