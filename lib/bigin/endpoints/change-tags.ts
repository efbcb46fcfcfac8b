import * as z from '@/lib/zod';
import { nullish, orElse } from '@/lib/schemas';
import { requestUrl, type BiginClient, type BiginRequest } from '../client';
import { BiginError } from '../errors/bigin-error';
import type { ModuleName } from '../modules';
import type { Lessons } from '@/lib/learnt/learnt';
import type { RecordId } from '../record-id';
import { writeScope } from '../scopes';
import { tagsSchema } from './tags';

/** Most records that add_tags and remove_tags take in one call (source: api-limits documentation). */
export const changeLimit = 500;

export interface TagChange {
  action: 'remove_tags' | 'add_tags';
  module: ModuleName;
  ids: readonly RecordId[];
  /** At least one: a call without a name may mean every tag (source: remove-tags documentation of v1). */
  tagNames: readonly string[];
}

type ChangeOptions = Pick<BiginRequest, 'signal' | 'stop' | 'onArrived'>;

/** What Bigin said of one record. */
export interface RecordAnswer {
  id: RecordId;
  status: 'success' | 'error';
  /** `SUCCESS`, or the record's own error such as `INVALID_DATA`. */
  code: string;
  /** Bigin's own words, in English. */
  message: string | undefined;
  /** The names in `details.tags`: a hint only, since the documentation leaves open what they stand for. */
  tags: string[] | undefined;
}

const changeAnswer = z.object({
  data: z.array(
    z.object({
      code: z.string(),
      status: z.string(),
      message: orElse(z.optional(z.string()), undefined),
      details: nullish(
        z.object({
          id: nullish(z.union([z.string(), z.number()])),
          // A hint must not cost the answer that it stands in.
          tags: orElse(z.optional(tagsSchema), undefined),
        }),
      ),
    }),
  ),
});

/**
 * `POST /{module}/actions/remove_tags` or `add_tags`; the single-record form for one record.
 *
 * The answers are matched by `details.id`, since their number and order need not be those of the ids: a
 * record that the answer does not name is missing from the map. Errors of the whole call are thrown.
 */
export async function changeTags(
  { client, lessons }: { client: BiginClient; lessons: Lessons },
  change: TagChange,
  options: ChangeOptions = {},
): Promise<Map<RecordId, RecordAnswer>> {
  if (change.tagNames.length === 0 || change.tagNames.some((name) => name.trim() === '')) {
    throw new RangeError('A tag name is needed');
  }
  const answer = await send(client, lessons, change, options);
  const asked = new Set(change.ids);
  const answers = new Map<RecordId, RecordAnswer>();
  for (const { code, status, message, details } of answer?.data ?? []) {
    const id = idOf(details?.id, change.ids);
    if (!id || !asked.has(id) || (status !== 'success' && status !== 'error')) continue;
    answers.set(id, { id, status, code, message, tags: details?.tags?.map((tag) => tag.name) });
  }
  return answers;
}

/** Codes that refuse the form of a call, not what it asks for. */
const formRefusals = new Set([
  'REQUIRED_PARAM_MISSING',
  'MANDATORY_NOT_FOUND',
  'INVALID_DATA',
  'INVALID_REQUEST',
]);

/**
 * Which form of add_tags Bigin prefers for many records is unknown: the query, which mirrors remove_tags, is
 * tried first, and where it is refused, the JSON body of CRM (source: add-tags documentation).
 */
async function send(client: BiginClient, lessons: Lessons, change: TagChange, options: ChangeOptions) {
  const inQuery = { ...changeRequest(change), ...options };
  const inBody = { ...bodyRequest(change), ...options };
  const form = change.action === 'add_tags' ? lessons.known.addTagsForm : 'query';
  if (form === 'body') return client.request(inBody, changeAnswer);
  try {
    const answer = await client.request(inQuery, changeAnswer);
    if (!form && change.ids.length > 1) lessons.learn({ addTagsForm: 'query' });
    return answer;
  } catch (error) {
    if (form === 'query' || !isFormRefused(error) || options.stop?.aborted) throw error;
    const answer = await client.request(inBody, changeAnswer).catch((other: unknown) => {
      // Both forms were refused: then it was not for the form.
      throw isFormRefused(other) ? error : other;
    });
    lessons.learn({ addTagsForm: 'body' });
    return answer;
  }
}

function isFormRefused(error: unknown): boolean {
  return error instanceof BiginError && error.status === 400 && formRefusals.has(error.code);
}

function bodyRequest({ action, module, ids, tagNames }: TagChange): BiginRequest {
  const body = { tags: tagNames.map((name) => ({ name })), ids, over_write: false };
  return { method: 'POST', scope: writeScope(module), path: `${module}/actions/${action}`, body };
}

/** Bytes of the URL that a change is sent to: gateways limit it. */
export function changeUrlBytes(change: TagChange): number {
  const { path, query } = changeRequest(change);
  return requestUrl('', path, query).length;
}

function changeRequest({ action, module, ids, tagNames }: TagChange): BiginRequest {
  const query = { tag_names: tagNames.join(','), ...(action === 'add_tags' && { over_write: 'false' }) };
  const call = { method: 'POST', scope: writeScope(module) } as const;
  const [only] = ids;
  return only && ids.length === 1
    ? { ...call, path: `${module}/${only}/actions/${action}`, query }
    : { ...call, path: `${module}/actions/${action}`, query: { ids: ids.join(','), ...query } };
}

/** The single-record form needs no id in its answer; a number has lost its last digits and names nobody. */
function idOf(id: string | number | null | undefined, asked: readonly RecordId[]): RecordId | undefined {
  if (typeof id === 'string') return id;
  return id == null && asked.length === 1 ? asked[0] : undefined;
}
