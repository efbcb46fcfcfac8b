import { moduleNames } from '../world/modules';
import type { ModuleName, Org } from '../world/types';
import { indexRecords, lookupsOf } from './lookups';
import { toRow, toRowList, type ModuleRecord } from './rows';
import type { RecordPage } from './wire/messages';

/** A record with its related lists: the records it names, and those that name it. */
export function recordPage(org: Org, module: ModuleName, id: string): RecordPage | undefined {
  const record = org.records[module].find((candidate) => candidate.id === id);
  if (!record) return undefined;
  const index = indexRecords(org);
  const named = new Set(Object.values(lookupsOf({ module, record }, index)).map((link) => link.id));
  const related = moduleNames
    .filter((other) => !org.forbiddenModules.has(other))
    .map((other) => {
      const entries = org.records[other]
        .map((candidate): ModuleRecord => ({ module: other, record: candidate }))
        .filter(
          (entry) =>
            named.has(entry.record.id) ||
            Object.values(lookupsOf(entry, index)).some((link) => link.id === id),
        );
      return toRowList(org, index, other, entries, entries.length);
    })
    .filter((list) => list.total > 0);
  return { record: toRow(org, index, { module, record }), related };
}
