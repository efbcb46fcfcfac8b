import * as z from '@/lib/zod';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { wholeNumber } from '@/lib/schemas';
import type { Preview } from './preview';

/** A preview as it is stored: each set of tags once, however many records carry it. */
const storedSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  dataCenter: z.enum(dataCenterIds),
  org: z.string(),
  module: z.enum(moduleNames),
  selectionKey: z.string(),
  readAt: z.number(),
  colors: z.array(z.object({ name: z.string(), color: z.string() })),
  missing: z.array(z.string()),
  ids: z.array(z.string()),
  tagSets: z.array(z.array(z.string())),
  /** For each id, which set its record carries. */
  setOf: z.array(wholeNumber()),
});

export type StoredPreview = z.infer<typeof storedSchema>;

export function pack({ records, ...preview }: Preview): StoredPreview {
  const indexes = new Map<string, number>();
  const tagSets: string[][] = [];
  const setOf = records.map(({ tags }) => {
    const key = JSON.stringify(tags);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, tagSets.length);
    return tagSets.push(tags) - 1;
  });
  return { ...preview, ids: records.map(({ id }) => id), tagSets, setOf };
}

/** `undefined` where what is stored is no preview that this version can read. */
export function unpack(stored: unknown): Preview | undefined {
  const { data } = z.safeParse(storedSchema, stored);
  if (!data) return undefined;
  const { ids, tagSets, setOf, ...preview } = data;
  const records = ids.flatMap((id, index) => {
    const tags = tagSets[setOf[index] ?? -1];
    return tags ? [{ id, tags }] : [];
  });
  return records.length === ids.length ? { ...preview, records } : undefined;
}
