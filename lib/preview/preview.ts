import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { DataCenterId } from '@/lib/bigin/data-centers';
import type { TagReaderName } from '@/lib/bigin/endpoints/reading-limits';
import type { ModuleName } from '@/lib/bigin/modules';

/** The tags that the selected records carry, as they were when they were read. */
export interface Preview {
  id: string;
  connectionId: string;
  dataCenter: DataCenterId;
  org: string;
  module: ModuleName;
  /** Names what was selected: see `selectionKey`. */
  selectionKey: string;
  /** When the tags were read, in milliseconds since 1970. */
  readAt: number;
  records: { id: string; tags: string[] }[];
  /** Tags that have a colour, each with it. */
  colors: { name: string; color: string }[];
  /** Selected records that Bigin does not have (any more), or does not show to this user. */
  missing: string[];
}

export interface PreviewTag {
  name: string;
  /** `#rrggbb` */
  color?: string;
  /** How many of the selected records carry it. */
  count: number;
}

/** What a page of ours needs of a preview. */
export interface PreviewSummary {
  id: string;
  selectionKey: string;
  /** When the tags were read, in milliseconds since 1970. */
  readAt: number;
  /** How the account's tags are read, as far as is known: what reading them again costs. */
  reader?: TagReaderName | undefined;
  /** Records in a change that the account is known to take, where it has refused more. */
  batchSize?: number | undefined;
  /** Credits that were left, where Bigin told it. */
  creditsLeft?: number | undefined;
  /** Records whose tags were read. */
  recordCount: number;
  missingCount: number;
  /** The tags, those on the most records first; while they are being read, in the order in which they come. */
  tags: PreviewTag[];
  /** Which records carry which tags, as indexes into `tags`: enough to count records for any choice. */
  tagSets: { tags: number[]; count: number }[];
}

/** `Tag 2` before `Tag 10`. */
const byName = new Intl.Collator(undefined, { numeric: true });

/** What a page of ours is told of a preview, and of what is known of the account. */
export function summarize(
  { records, missing, colors, ...facts }: Preview,
  known: Pick<PreviewSummary, 'reader' | 'batchSize' | 'creditsLeft'> = {},
): PreviewSummary {
  const lists = new Map<readonly string[], number>();
  for (const { tags } of records) lists.set(tags, (lists.get(tags) ?? 0) + 1);
  const tags = countTags(lists, new Map(colors.map(({ name, color }) => [name, color])));
  tags.sort((a, b) => b.count - a.count || byName.compare(a.name, b.name));
  return { ...summaryOf(facts, lists, tags, missing.length), ...known };
}

type Named = Pick<PreviewSummary, 'id' | 'selectionKey' | 'readAt'>;

/**
 * The same of a preview that grows, from the lists of tags that were found and how many records carry each: the tags
 * keep their places, so that none moves under the pointer.
 */
export function summarizeSoFar(
  named: Named,
  found: ReadonlyMap<readonly Tag[], number>,
  missingCount: number,
): PreviewSummary {
  const lists = new Map([...found].map(([tags, count]) => [tags.map(({ name }) => name), count]));
  const colors = new Map<string, string>();
  for (const { name, color } of [...found.keys()].flat()) if (color) colors.set(name, color);
  return summaryOf(named, lists, countTags(lists, colors), missingCount);
}

/** In the order in which they come. */
function countTags(
  lists: ReadonlyMap<readonly string[], number>,
  colors: ReadonlyMap<string, string>,
): PreviewTag[] {
  const counts = new Map<string, number>();
  for (const [tags, count] of lists) {
    for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + count);
  }
  return [...counts].map(([name, count]) => {
    const color = colors.get(name);
    return color ? { name, count, color } : { name, count };
  });
}

function summaryOf(
  { id, selectionKey, readAt }: Named,
  lists: ReadonlyMap<readonly string[], number>,
  tags: PreviewTag[],
  missingCount: number,
): PreviewSummary {
  const indexes = new Map(tags.map(({ name }, index) => [name, index]));
  const sets = new Map<string, { tags: number[]; count: number }>();
  let recordCount = 0;
  for (const [list, count] of lists) {
    recordCount += count;
    const set = [...new Set(list)].flatMap((name) => indexes.get(name) ?? []).sort((a, b) => a - b);
    const key = set.join(' ');
    const known = sets.get(key);
    if (known) known.count += count;
    else sets.set(key, { tags: set, count });
  }
  return { id, selectionKey, readAt, recordCount, missingCount, tags, tagSets: [...sets.values()] };
}

/** For each tag that differs from another by letter case alone: that other one. */
export function lookAlikes(tags: readonly PreviewTag[]): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  const found = new Map<string, string>();
  for (const { name } of tags) {
    const folded = name.toLowerCase();
    const first = firsts.get(folded);
    if (first === undefined) {
      firsts.set(folded, name);
      continue;
    }
    found.set(name, first);
    if (!found.has(first)) found.set(first, name);
  }
  return found;
}

/** How many records carry at least one of the chosen tags. */
export function countRecords({ tags, tagSets }: PreviewSummary, chosen: ReadonlySet<string>): number {
  const isChosen = tags.map(({ name }) => chosen.has(name));
  return tagSets
    .filter((set) => set.tags.some((index) => isChosen[index]))
    .reduce((sum, set) => sum + set.count, 0);
}
