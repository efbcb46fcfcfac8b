import * as z from 'zod/mini';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import type { TagReader } from '@/lib/bigin/endpoints/record-tags';
import { moduleNames } from '@/lib/bigin/modules';

export const previewSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  dataCenter: z.enum(dataCenterIds),
  org: z.string(),
  module: z.enum(moduleNames),
  /** Names what was selected: see `selectionKey`. */
  selectionKey: z.string(),
  /** When the tags were read, in milliseconds since 1970. */
  readAt: z.number(),
  records: z.array(z.object({ id: z.string(), tags: z.array(z.string()) })),
  /** Tags that have a colour, each with it. */
  colors: z.array(z.tuple([z.string(), z.string()])),
  /** Selected records that Bigin does not have (any more), or does not show to this user. */
  missing: z.array(z.string()),
});

/** The tags that the selected records carry, as they were when they were read. */
export type Preview = z.infer<typeof previewSchema>;

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
  reader?: TagReader['name'] | undefined;
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

/** With what is known of the connection besides. */
export function summarize(
  preview: Preview,
  known: Pick<PreviewSummary, 'reader' | 'batchSize' | 'creditsLeft'> = {},
): PreviewSummary {
  const byCount = countTags(preview).sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  return { ...summaryOf(preview, byCount), ...known };
}

/** The same of a preview that grows: the tags keep their places, so that none moves under the pointer. */
export function summarizeSoFar(preview: Preview): PreviewSummary {
  return summaryOf(preview, countTags(preview));
}

/** In the order in which they come. */
function countTags(preview: Preview): PreviewTag[] {
  const colors = new Map(preview.colors);
  const counts = new Map<string, number>();
  for (const { tags } of preview.records) {
    for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => {
    const color = colors.get(name);
    return color ? { name, count, color } : { name, count };
  });
}

function summaryOf(preview: Preview, tags: PreviewTag[]): PreviewSummary {
  const indexes = new Map(tags.map(({ name }, index) => [name, index]));
  const sets = new Map<string, { tags: number[]; count: number }>();
  for (const record of preview.records) {
    const set = [...new Set(record.tags)].flatMap((name) => indexes.get(name) ?? []).sort((a, b) => a - b);
    const key = set.join(' ');
    const known = sets.get(key);
    if (known) known.count++;
    else sets.set(key, { tags: set, count: 1 });
  }
  return {
    id: preview.id,
    selectionKey: preview.selectionKey,
    readAt: preview.readAt,
    recordCount: preview.records.length,
    missingCount: preview.missing.length,
    tags,
    tagSets: [...sets.values()],
  };
}

/** The other tag of the preview that differs from this one by letter case alone. */
export function lookAlikeOf(name: string, { tags }: Pick<PreviewSummary, 'tags'>): string | undefined {
  return tags.find((tag) => tag.name !== name && tag.name.toLowerCase() === name.toLowerCase())?.name;
}

/** How many records carry at least one of the chosen tags. */
export function countRecords({ tags, tagSets }: PreviewSummary, chosen: ReadonlySet<string>): number {
  return tagSets
    .filter((set) => set.tags.some((index) => chosen.has(tags[index]?.name ?? '')))
    .reduce((sum, set) => sum + set.count, 0);
}
