import { moduleNames } from '../world/modules';
import type { BiginRecord, ModuleName, Org } from '../world/types';
import { indexRecords, type RecordIndex } from './lookups';
import { toRowList } from './rows';
import type { PagedRows, SearchPage } from './wire/messages';

const resultsPerPage = 20;

export interface ResultsRequest {
  module: ModuleName;
  word: string;
  page: number;
}

/** Results of several modules under one another, as a global search shows them: the first page of each. */
export function searchPage(org: Org, word: string): SearchPage {
  const index = indexRecords(org);
  const found = moduleNames
    .filter((module) => !org.forbiddenModules.has(module))
    .map((module) => pageOfResults(org, index, { module, word, page: 1 }))
    .filter((list) => list.total > 0);
  return { word, found };
}

/** One page of one module's results. */
export function resultsPage(org: Org, request: ResultsRequest): PagedRows {
  return pageOfResults(org, indexRecords(org), request);
}

function pageOfResults(org: Org, index: RecordIndex, { module, word, page }: ResultsRequest): PagedRows {
  const hits = org.records[module].filter((record) => mentions(record, word));
  const shown = hits
    .slice((page - 1) * resultsPerPage, page * resultsPerPage)
    .map((record) => ({ module, record }));
  return { ...toRowList(org, index, module, shown, hits.length), page, perPage: resultsPerPage };
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
