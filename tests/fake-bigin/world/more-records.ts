import type { Random } from './random';
import { makers } from './record-fields';
import type { BiginRecord, ModuleName, Org } from './types';

interface Wanted {
  count: number;
  tags: readonly string[];
  /** When they were made. */
  at: number;
}

/** Records of an organization that are newer than all that it has, the newest first. */
export function moreRecords(
  { records }: Pick<Org, 'records'>,
  module: ModuleName,
  { count, tags, at }: Wanted,
  random: Random,
): BiginRecord[] {
  const newest = Object.values(records)
    .map(([first]) => BigInt(first?.id ?? 0))
    .reduce((one, other) => (one > other ? one : other));
  const made = Array.from({ length: count }, (_, index): BiginRecord => ({
    id: String(newest + BigInt(index + 1)),
    ...makers[module](random, records[module].length + index + 1, records),
    tags: [...tags],
    locked: false,
    createdTime: at,
    modifiedTime: at,
  }));
  return made.reverse();
}
