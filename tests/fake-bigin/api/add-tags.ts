import { idList, jsonBody, type Call, type Endpoint } from './call';
import { ApiError, missingParameter } from './error';
import { bodyIds, bodyTagNames } from './tag-body';
import { changeTags, requireIds, requireTaggable, tagNames } from './tag-change';

const longestName = 25;

/** `POST /{module}/actions/add_tags`, by query or by body. */
export const addTagsToMany: Endpoint = {
  method: 'POST',
  path: '/:module/actions/add_tags',
  handle: (call) => add(call, null),
};

/** `POST /{module}/{id}/actions/add_tags` */
export const addTagsToOne: Endpoint = {
  method: 'POST',
  path: '/:module/:id{[0-9]+}/actions/add_tags',
  handle: (call) => add(call, call.path['id'] ?? ''),
};

function add(call: Call, onlyId: string | null) {
  const { query, parts, org, bodyText } = call;
  const { unknowns, limits } = parts.behaviour;
  const spec = requireTaggable(call, ['WRITE', 'CREATE'], 'add');
  const takesQuery = onlyId !== null || unknowns.addTagsForm !== 'body';
  const takesBody = onlyId !== null || unknowns.addTagsForm !== 'query';
  const byQuery = takesQuery && query.has('tag_names');
  const body = !byQuery && takesBody && bodyText ? jsonBody(call) : null;

  const names = byQuery ? tagNames(query.get('tag_names') ?? '') : body ? bodyTagNames(body) : [];
  if (names.length === 0) throw missingParameter(takesQuery ? 'tag_names' : 'tags');
  const ids = onlyId ? [onlyId] : byQuery ? idList(query.get('ids') ?? '') : body ? bodyIds(body) : [];
  requireIds(call, ids);
  const tooLong = names.find((name) => Array.from(name).length > longestName);
  if (tooLong !== undefined) {
    throw new ApiError(400, 'INVALID_DATA', 'invalid data', {
      api_name: 'name',
      maximum_length: longestName,
    });
  }

  const overWrite = query.get('over_write') === 'true' || body?.['over_write'] === true;
  // A name that differs from a tag of the module by case alone is that tag, where case does not count.
  const asKnown = (name: string) =>
    (unknowns.tagCase === 'ignored' &&
      !org.tags[spec.name].some((tag) => tag.name === name) &&
      org.tags[spec.name].find((tag) => tag.name.toLowerCase() === name.toLowerCase())?.name) ||
    name;

  return changeTags(call, spec, ids, ({ tags }) => {
    const before = overWrite ? [] : tags;
    const after = [...new Set([...before, ...names.map(asKnown)])];
    if (after.length > limits.tagsPerRecord) {
      throw new ApiError(400, 'LIMIT_EXCEEDED', 'the record would have too many tags', {
        limit: limits.tagsPerRecord,
      });
    }
    return { after, told: after };
  });
}
