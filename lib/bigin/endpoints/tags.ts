import * as z from '@/lib/zod';
import { nameSchema, nullish } from '@/lib/schemas';
import type { BiginClient } from '../client';
import { moduleNames } from '../modules';
import { tagsScope } from '../scopes';

/** A tag as records and tag lists carry it; newer and older answers hold the bare name. */
const tagSchema = z.union([
  z.pipe(
    z.string(),
    z.transform((name): Tag => ({ name })),
  ),
  z.pipe(
    z.object({ name: z.string(), color_code: nullish(z.string()) }),
    z.transform(({ name, color_code }): Tag =>
      isColor(color_code) ? { name, color: color_code } : { name },
    ),
  ),
]);

export interface Tag {
  name: string;
  /** `#rrggbb`, where the answer had one. */
  color?: string;
}

/** Tags in an answer; nothing and `null` are no tags. */
export const tagsSchema = z.pipe(
  z.transform((tags) => tags ?? []),
  z.array(tagSchema),
);

/**
 * The tags of a record: `[]` or `null` where it has none (source: recorded responses). A record without the
 * field says nothing of its tags, and must not pass for one without tags.
 */
export const recordTagsSchema = z.pipe(
  z.transform((tags) => (tags === null ? [] : tags)),
  z.array(tagSchema),
);

function isColor(text: string | null | undefined): text is string {
  return /^#[\da-f]{6}$/i.test(text ?? '');
}

const ownTagsAnswer = z.object({ tags: z.array(z.object({ created_by: z.object({ name: nameSchema }) })) });

/**
 * The name of the user that a token belongs to, from a tag that they made (`my_tags=true`): within the scopes
 * that removals need, Bigin tells it nowhere else. `undefined` where it does not tell; never throws.
 */
export async function readOwnName(client: BiginClient): Promise<string | undefined> {
  for (const module of moduleNames) {
    const query = { module, my_tags: 'true' };
    const answer = await client
      .request({ method: 'GET', scope: tagsScope, path: 'settings/tags', query }, ownTagsAnswer)
      .catch(() => undefined);
    const [tag] = answer?.tags ?? [];
    if (tag) return tag.created_by.name;
  }
  return undefined;
}
