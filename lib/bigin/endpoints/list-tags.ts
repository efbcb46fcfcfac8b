import * as z from '@/lib/zod';
import { nullish, orElse, textLike, wholeNumber } from '@/lib/schemas';
import type { BiginClient } from '../client';
import { UnreadableAnswerError } from '../errors/unreadable-answer-error';
import type { ModuleName } from '../modules';
import { tagsScope } from '../scopes';
import type { Tag } from './tags';

/** A tag of a module's list of tags. */
export interface ListedTag extends Tag {
  /** Digits, as a record's id. */
  id: string;
}

/** More than any module has: a list without an end must not fill the memory. */
const mostTags = 10_000;

const digits = textLike(/^\d+$/);

const listedTag = z.pipe(
  z.object({
    id: digits,
    name: z.string(),
    color_code: orElse(z.optional(textLike(/^#[\da-f]{6}$/i)), undefined),
  }),
  z.transform(({ id, name, color_code }): ListedTag =>
    color_code === undefined ? { id, name } : { id, name, color: color_code },
  ),
);

const tagsAnswer = z.object({
  tags: z.array(listedTag),
  info: nullish(z.object({ more_records: nullish(z.boolean()) })),
});

/**
 * `GET /settings/tags?module=`: every tag of a module, whether or not a record carries it. The documentation
 * shows no pages here; where an answer says that there is more, the next page is asked for by number. An
 * answer that says so and brings nothing new, or no end, cannot be understood, and is thrown.
 */
export async function listTags(client: BiginClient, module: ModuleName): Promise<ListedTag[]> {
  const tags = new Map<string, ListedTag>();
  for (let page = 1; ; page++) {
    const query = { module, my_tags: 'false', ...(page > 1 && { page: String(page) }) };
    const request = { method: 'GET', scope: tagsScope, path: 'settings/tags', query } as const;
    const answer = await client.request(request, tagsAnswer);
    const known = tags.size;
    for (const tag of answer?.tags ?? []) tags.set(tag.id, tag);
    if (!answer?.info?.more_records) return [...tags.values()];
    if (tags.size === known || tags.size > mostTags) throw new UnreadableAnswerError(200);
  }
}

/** The documentation shows the number as a string; whether it always is one is unknown. */
const countAnswer = z.object({
  count: z.pipe(z.pipe(z.union([digits, z.number()]), z.transform(Number)), wholeNumber(0)),
});

/** `GET /settings/tags/{id}/actions/records_count?module=`: how many of the module's records carry the tag. */
export async function countTaggedRecords(
  client: BiginClient,
  module: ModuleName,
  tagId: string,
): Promise<number> {
  const path = `settings/tags/${tagId}/actions/records_count`;
  const request = { method: 'GET', scope: tagsScope, path, query: { module } } as const;
  const answer = await client.request(request, countAnswer);
  if (!answer) throw new UnreadableAnswerError(204);
  return answer.count;
}
