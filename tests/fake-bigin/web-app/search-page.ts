import { moduleNames } from '../world/modules';
import type { BiginRecord, Org } from '../world/types';
import { indexRecords } from './lookups';
import { toRowList } from './rows';
import type { SearchPage } from './wire/messages';

const mostOfOneModule = 20;

/** Results of several modules under one another, as a global search shows them. */
export function searchPage(org: Org, word: string): SearchPage {
  const index = indexRecords(org);
  const found = moduleNames
    .filter((module) => !org.forbiddenModules.has(module))
    .map((module) => {
      const hits = org.records[module].filter((record) => mentions(record, word));
      const shown = hits.slice(0, mostOfOneModule).map((record) => ({ module, record }));
      return toRowList(org, index, module, shown, hits.length);
    })
    .filter((list) => list.total > 0);
  return { word, found };
}

function mentions(record: BiginRecord, word: string): boolean {
  const wanted = word.trim().toLocaleLowerCase();
  if (wanted === '') return false;
  return [record.name, ...record.tags, ...Object.values(record.fields)].some((value) =>
    String(value ?? '')
      .toLocaleLowerCase()
      .includes(wanted),
  );
}
