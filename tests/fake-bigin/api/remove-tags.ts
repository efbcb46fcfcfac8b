import { idList, jsonBody, type Call, type Endpoint } from './call';
import { missingParameter } from './error';
import { changeTags, requireIds, requireTaggable, tagNames } from './tag-change';
import { bodyIds, bodyTagNames } from './tag-body';

/** `POST /{module}/actions/remove_tags?ids=…&tag_names=…` */
export const removeTagsFromMany: Endpoint = {
  method: 'POST',
  path: '/:module/actions/remove_tags',
  handle: (call) => remove(call, null),
};

/** `POST /{module}/{id}/actions/remove_tags?tag_names=…` */
export const removeTagsFromOne: Endpoint = {
  method: 'POST',
  path: '/:module/:id{[0-9]+}/actions/remove_tags',
  handle: (call) => remove(call, call.path['id'] ?? ''),
};

function remove(call: Call, onlyId: string | null) {
  const { query, parts, bodyText } = call;
  const { unknowns } = parts.behaviour;
  const spec = requireTaggable(call, ['WRITE'], 'remove');
  const body = bodyText && unknowns.removeTagsBody === 'taken' ? jsonBody(call) : null;

  const ids = onlyId ? [onlyId] : body ? bodyIds(body) : idList(query.get('ids') ?? '');
  requireIds(call, ids);
  const names = body ? bodyTagNames(body) : tagNames(query.get('tag_names') ?? '');
  if (names.length === 0 && unknowns.removeWithoutName === 'refused') throw missingParameter('tag_names');

  const comparable = (name: string) => (unknowns.tagCase === 'ignored' ? name.toLowerCase() : name);
  const wanted = new Set(names.map(comparable));
  const isRemoved = (tag: string) => names.length === 0 || wanted.has(comparable(tag));

  return changeTags(call, spec, ids, ({ tags }) => {
    const before = [...tags];
    const after = before.filter((tag) => !isRemoved(tag));
    const removed = before.filter(isRemoved);
    return { after, told: { after, before, removed }[unknowns.detailsTags] };
  });
}
