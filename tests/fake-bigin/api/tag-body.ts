import { ApiError } from './error';

/** The JSON body `{"tags":[{"name":"A"}],"ids":["1"]}` of add_tags and, in newer versions, remove_tags. */
export function bodyTagNames(body: Record<string, unknown>): string[] {
  const tags = body['tags'] ?? [];
  if (!Array.isArray(tags)) throw invalid('tags');
  const names = tags.map((tag: unknown) => {
    const name = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : undefined;
    if (typeof name !== 'string' || name.trim() === '') throw invalid('name');
    return name.trim();
  });
  return [...new Set(names)];
}

export function bodyIds(body: Record<string, unknown>): string[] {
  const ids = body['ids'] ?? [];
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) throw invalid('ids');
  return [...new Set(ids)];
}

const invalid = (name: string) => new ApiError(400, 'INVALID_DATA', 'invalid data', { api_name: name });
