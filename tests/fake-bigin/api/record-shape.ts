import type { Parts } from '../parts';
import type { ModuleSpec } from '../world/modules';
import type { BiginRecord, Org, Tag } from '../world/types';
import { timeText } from './time-text';

type Json = Record<string, unknown>;

function tagShape({ id, name, colorCode }: Tag): Json {
  return { name, id, color_code: colorCode };
}

/** Tag names as the objects that stand for them; a name that is no longer a tag of the module stays out. */
export function tagObjects(org: Org, { name: module }: ModuleSpec, names: readonly string[]): Json[] {
  return names.flatMap((name) => org.tags[module].filter((tag) => tag.name === name).map(tagShape));
}

/** The record's value of one field, or undefined for a field that the module does not have. */
function fieldValue(parts: Parts, org: Org, spec: ModuleSpec, record: BiginRecord, field: string): unknown {
  const lookup = spec.lookups[field];
  if (lookup) {
    const id = record.fields[field];
    const other = typeof id === 'string' ? parts.world.record(org.zgid, lookup, id) : undefined;
    return other ? { name: other.name, id: other.id } : null;
  }
  switch (field) {
    case 'id':
      return record.id;
    case spec.nameField:
      return record.name;
    case 'Tag':
      return parts.behaviour.unknowns.recordTagShape === 'objects'
        ? tagObjects(org, spec, record.tags)
        : [...record.tags];
    case 'Owner':
      return owner(parts, org);
    case 'Created_Time':
      return timeText(record.createdTime);
    case 'Modified_Time':
    case 'Last_Activity_Time':
      return timeText(record.modifiedTime);
    case 'Locked__s':
      return record.locked;
    default:
      return spec.fields.includes(field) ? (record.fields[field] ?? null) : undefined;
  }
}

/** The record with the fields that were asked for, and its id. A field the module lacks is passed over. */
export function someFields(
  parts: Parts,
  org: Org,
  spec: ModuleSpec,
  record: BiginRecord,
  fields: readonly string[],
): Json {
  const shape: Json = {};
  for (const field of new Set([...fields, 'id'])) {
    const value = fieldValue(parts, org, spec, record, field);
    if (value !== undefined) shape[field] = value;
  }
  return shape;
}

/** The whole record, as search and a single GET answer it. */
export function wholeRecord(parts: Parts, org: Org, spec: ModuleSpec, record: BiginRecord): Json {
  return {
    ...someFields(parts, org, spec, record, [
      'Owner',
      spec.nameField,
      ...spec.fields,
      'Created_Time',
      'Modified_Time',
      'Last_Activity_Time',
      'Locked__s',
      'Tag',
    ]),
    $currency_symbol: '$',
    $field_states: null,
    $sharing_permission: 'full_access',
    $state: 'save',
    $process_flow: false,
    $locked_for_me: record.locked,
    $approval: { delegate: false, takeover: false, approve: false, reject: false, resubmit: false },
    $editable: true,
    $layout_id: { display_label: 'Standard', name: 'Standard', id: `${org.idPrefix}091033` },
    $in_merge: false,
    $approval_state: 'approved',
  };
}

export function owner(parts: Parts, org: Org): Json {
  const user = parts.world.users.find(({ orgs }) => orgs.includes(org.zgid));
  return userReference(parts, org, user?.email ?? '');
}

/** A user as other answers name one. */
export function userReference({ world }: Parts, org: Org, email: string): Json {
  const index = world.users.findIndex((user) => user.email === email);
  const name = world.users[index]?.name ?? org.companyName;
  return { name, id: `${org.idPrefix}0${27001 + index}`, email };
}
