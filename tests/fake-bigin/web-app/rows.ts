import { modules } from '../world/modules';
import type { BiginRecord, ModuleName, Org } from '../world/types';
import { lookupsOf, type RecordIndex } from './lookups';
import type { ListModule, Row, RowList } from './wire/messages';

export interface ModuleRecord {
  module: ModuleName;
  record: BiginRecord;
}

const noColor = '#879bad';

export function toRow(org: Org, index: RecordIndex, entry: ModuleRecord): Row {
  const { module, record } = entry;
  return {
    id: record.id,
    module,
    name: record.name,
    tags: record.tags.map((name) => ({
      name,
      color: org.tags[module].find((tag) => tag.name === name)?.colorCode ?? noColor,
    })),
    fields: { ...record.fields },
    links: lookupsOf(entry, index),
  };
}

export function toRowList(
  org: Org,
  index: RecordIndex,
  module: ListModule,
  shown: ModuleRecord[],
  total: number,
): RowList {
  return { module, columns: columnsOf(module), rows: shown.map((entry) => toRow(org, index, entry)), total };
}

/** The name has a column of its own. */
const partsOfName = new Set(['First_Name', 'Last_Name']);

function columnsOf(module: ListModule): string[] {
  if (module === 'Activities')
    return ['Who_Id', 'Status', 'Due_Date', 'Start_DateTime', 'Call_Type', 'Phone'];
  return modules[module].fields.filter((field) => !partsOfName.has(field));
}
