import { ConnectionCut } from '../connection-cut';
import type { ModuleSpec } from '../world/modules';
import type { BiginRecord } from '../world/types';
import { ApiError, missingParameter } from './error';
import { charge, idList, requireModule, type Answer, type Call } from './call';
import { tagObjects } from './record-shape';

/** The tags a record is to have, and what `details.tags` tells of it. Throws an ApiError for one record's failure. */
type Change = (record: BiginRecord) => { after: string[]; told: string[] };

export function requireTaggable(call: Call, operations: readonly string[], doing: string): ModuleSpec {
  const spec = requireModule(
    call,
    call.path['module'] ?? '',
    operations,
    `Permission denied to ${doing} tags`,
  );
  if (call.org.tagChangesForbidden) {
    throw new ApiError(
      400,
      'AUTHORIZATION_FAILED',
      `User does not have sufficient privilege to ${doing} tags`,
    );
  }
  return spec;
}

/** Names as the query gives them: a comma separates. */
export const tagNames = (text: string) => idList(text);

export function requireIds({ parts }: Call, ids: string[]): string[] {
  if (ids.length === 0) throw missingParameter('ids');
  const { idsPerCall } = parts.behaviour.limits;
  if (ids.length > idsPerCall) {
    throw new ApiError(400, 'LIMIT_EXCEEDED', `only ${idsPerCall} ids are allowed`, {
      param_name: 'ids',
      limit: idsPerCall,
    });
  }
  return ids;
}

/** Changes the tags of each record and answers for each, with the status that the outcomes ask for. */
export function changeTags(call: Call, spec: ModuleSpec, ids: string[], change: Change): Answer {
  charge(call, Math.ceil(ids.length / 50));
  const { unknowns } = call.parts.behaviour;
  if (unknowns.unknownRecord === 'refuses-call') requireRecords(call, spec, ids);
  if (call.fault.isCutMidway) {
    for (const id of ids.slice(0, Math.ceil(ids.length / 2))) changeOne(call, spec, id, change);
    throw new ConnectionCut();
  }
  const elements = ids.map((id) => changeOne(call, spec, id, change));
  const failed = elements.filter(({ status }) => status === 'error').length;
  const status =
    failed === 0 ? 200 : failed === elements.length ? unknowns.failedStatus : unknowns.mixedStatus;
  const data = unknowns.elementOrder === 'shuffled' ? shuffled(elements) : elements;
  const locked = elements.filter(({ code }) => code === 'RECORD_LOCKED').length;
  return {
    status,
    // Versions that answer tags as objects also count the locked records.
    body: unknowns.detailsTagsShape === 'objects' ? { data, locked_count: locked } : { data },
  };
}

/** Refuses the whole call for the first id that the module does not have. */
function requireRecords({ parts, org }: Call, spec: ModuleSpec, ids: readonly string[]): void {
  const unknown = ids.find((id) => !parts.world.record(org.zgid, spec.name, id));
  if (unknown !== undefined) {
    throw new ApiError(400, 'INVALID_DATA', 'the id given seems to be invalid', { id: unknown });
  }
}

interface Element {
  code: string;
  details: Record<string, unknown>;
  message: string;
  status: 'success' | 'error';
}

function changeOne(call: Call, spec: ModuleSpec, id: string, change: Change): Element {
  const { parts, org, requestNumber } = call;
  const { failingRecords } = call.fault;
  const failure = (code: string, message: string, details = {}): Element => ({
    code,
    details: { id, ...details },
    message,
    status: 'error',
  });
  if (failingRecords?.ids.includes(id)) return failure(failingRecords.code, failingRecords.message);
  const record = parts.world.record(org.zgid, spec.name, id);
  if (!record) return failure('INVALID_DATA', 'the id given seems to be invalid');
  if (record.locked) return failure('RECORD_LOCKED', 'the record is locked');
  try {
    const { after, told } = change(record);
    const shape = (names: string[]) =>
      parts.behaviour.unknowns.detailsTagsShape === 'objects' ? tagObjects(org, spec, names) : names;
    const before = record.tags;
    parts.world.setTags(org.zgid, spec.name, id, after);
    parts.tagChanges.push({
      at: parts.clock.now(),
      requestNumber,
      zgid: org.zgid,
      module: spec.name,
      id,
      removed: before.filter((tag) => !after.includes(tag)),
      added: after.filter((tag) => !before.includes(tag)),
    });
    return {
      code: 'SUCCESS',
      details: { id, tags: shape(told) },
      message: 'tags updated successfully',
      status: 'success',
    };
  } catch (error) {
    if (error instanceof ApiError) return failure(error.code, error.message, error.details);
    throw error;
  }
}

/** Every order but the one asked for is as good; this one is the same each time and never the asked one. */
function shuffled<T>(items: readonly T[]): T[] {
  const odd = items.filter((_, index) => index % 2 === 1);
  const even = items.filter((_, index) => index % 2 === 0);
  return [...odd.reverse(), ...even];
}
