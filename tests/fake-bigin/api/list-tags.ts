import { requireScope } from './authorization';
import { charge, ok, type Call, type Endpoint } from './call';
import { ApiError, missingParameter } from './error';
import { owner, userReference } from './record-shape';
import { timeText } from './time-text';
import { isModuleName, modules, type ModuleSpec } from '../world/modules';

/** `GET /settings/tags?module=` */
export const listTags: Endpoint = {
  method: 'GET',
  path: '/settings/tags',
  handle(call) {
    const { parts, org, query } = call;
    const spec = requireTagModule(call);
    charge(call, 1);
    const time = timeText(Date.UTC(2026, 8, 1));
    // The token's user made the first half of the tags: `my_tags` narrows the list to those.
    const all = org.tags[spec.name];
    const mine = new Set(all.slice(0, Math.ceil(all.length / 2)));
    const tags = query.get('my_tags') === 'true' ? [...mine] : all;
    if (tags.length === 0) return 'nothing';
    const me = userReference(parts, org, call.token.grant.email);
    const somebodyElse = owner(parts, org);
    return ok({
      tags: tags.map((tag) => ({
        created_time: time,
        color_code: tag.colorCode,
        name: tag.name,
        modified_time: time,
        modified_by: mine.has(tag) ? me : somebodyElse,
        id: tag.id,
        created_by: mine.has(tag) ? me : somebodyElse,
      })),
      info: { count: tags.length, allowed_count: 100 },
    });
  },
};

/** `GET /settings/tags/{id}/actions/records_count?module=` */
export const countTaggedRecords: Endpoint = {
  method: 'GET',
  path: '/settings/tags/:id{[0-9]+}/actions/records_count',
  handle(call) {
    const { parts, org, path } = call;
    const spec = requireTagModule(call);
    charge(call, 1);
    const tag = org.tags[spec.name].find(({ id }) => id === path['id']);
    if (!tag) throw new ApiError(400, 'INVALID_DATA', 'the id given seems to be invalid', { id: path['id'] });
    const count = org.records[spec.name].filter(({ tags }) => tags.includes(tag.name)).length;
    return ok({ count: parts.behaviour.unknowns.countShape === 'string' ? String(count) : count });
  },
};

function requireTagModule({ token, query, org }: Call): ModuleSpec {
  requireScope(token, 'settings.tags', ['READ']);
  const name = query.get('module');
  if (!name) throw missingParameter('module');
  if (!isModuleName(name)) {
    throw new ApiError(400, 'INVALID_MODULE', 'The module name given seems to be invalid');
  }
  if (org.forbiddenModules.has(name)) throw new ApiError(403, 'NO_PERMISSION', 'permission denied');
  return modules[name];
}
