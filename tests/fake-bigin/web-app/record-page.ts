import { moduleNames } from '../world/modules';
import type { Org } from '../world/types';
import { indexRecords, lookupsOf } from './lookups';
import { recordsOf } from './records-of';
import { toRow, toRowList } from './rows';
import type { ListModule, RecordPage } from './wire/messages';

/** A record with its related lists: the records it names, and those that name it. An activity is of any kind. */
export function recordPage(org: Org, module: ListModule, id: string): RecordPage | undefined {
  const found = recordsOf(org, module).find(({ record }) => record.id === id);
  if (!found) return undefined;
  const index = indexRecords(org);
  const named = new Set(Object.values(lookupsOf(found, index)).map((link) => link.id));
  const related = moduleNames
    .filter((other) => !org.forbiddenModules.has(other))
    .map((other) => {
      const entries = recordsOf(org, other).filter(
        (entry) =>
          named.has(entry.record.id) || Object.values(lookupsOf(entry, index)).some((link) => link.id === id),
      );
      return toRowList(org, index, other, entries, entries.length);
    })
    .filter((list) => list.total > 0);
  return { record: toRow(org, index, found), related };
}
