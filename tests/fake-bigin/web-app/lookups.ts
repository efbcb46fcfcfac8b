import { moduleNames, modules } from '../world/modules';
import type { Org } from '../world/types';
import type { ModuleRecord } from './rows';
import type { RecordLink } from './wire/messages';

/** Every record that the user may see, by id. */
export type RecordIndex = ReadonlyMap<string, RecordLink>;

export function indexRecords(org: Org): RecordIndex {
  return new Map(
    moduleNames
      .filter((module) => !org.forbiddenModules.has(module))
      .flatMap((module) => org.records[module].map(({ id, name }) => [id, { module, id, name }] as const)),
  );
}

/** The records that a record names in its fields. */
export function lookupsOf({ module, record }: ModuleRecord, index: RecordIndex): Record<string, RecordLink> {
  const links: Record<string, RecordLink> = {};
  for (const field of Object.keys(modules[module].lookups)) {
    const link = index.get(String(record.fields[field]));
    if (link) links[field] = link;
  }
  return links;
}
