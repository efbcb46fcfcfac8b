import { parseUrl } from '@/lib/parse-url';
import { dataCenterOfWebHost, dataCenters, type DataCenterId } from './data-centers';
import { moduleOfWord, modules, type ModuleName } from './modules';
import { isRecordId, type RecordId } from './record-id';

/** What the address of a page of Bigin's web app says. */
export interface BiginPage {
  dataCenter: DataCenterId;
  /** `org` and digits, as in `domain_name` of `GET /org`. */
  org: string;
  module?: ModuleName;
  /** The record that the page shows, on a record page. */
  recordId?: RecordId;
}

/**
 * Reads a URL of Bigin's web app; `undefined` for any other URL and for Bigin pages without an organization.
 *
 * Both families are read (source: public code that drives the web app):
 * `/bigin/org857936781/Home?…#/deals/6331846000204950564?section=…` and `/crm/org896749555/tab/Contacts/<id>`.
 */
export function parsePageUrl(url: string): BiginPage | undefined {
  const parsed = parseUrl(url);
  if (parsed?.protocol !== 'https:') return undefined;
  const dataCenter = dataCenterOfWebHost(parsed.host);
  const path = parsed.pathname.split('/').filter(Boolean);
  const org = path[1];
  if (!dataCenter || !org || !/^org\d+$/.test(org)) return undefined;

  if (path[0] === 'bigin') return { dataCenter, org, ...recordOf(wordsOfHash(parsed.hash)) };
  if (path[0] === 'crm' && path[2] === 'tab') return { dataCenter, org, ...recordOf(path.slice(3)) };
  return undefined;
}

function wordsOfHash(hash: string): string[] {
  const route = hash.replace(/^#/, '').split('?')[0] ?? '';
  return route.split('/').filter(Boolean);
}

/** `contacts`, `deals/kanban/<id of a pipeline>`, `contacts/<id>`, `activities/tasks/<id>`. */
function recordOf(words: string[]): { module?: ModuleName; recordId?: RecordId } {
  const [first, second, third] = words;
  if (first === 'activities' && second) return recordOf(words.slice(1));
  const module = first ? moduleOfWord(first) : undefined;
  if (!module) return {};
  if (second && isRecordId(second) && !third) return { module, recordId: second };
  return { module };
}

/** The address of a record's page in the web app. */
export function recordUrl(dataCenter: DataCenterId, org: string, module: ModuleName, id: RecordId): string {
  return `https://${dataCenters[dataCenter].webHost}/bigin/${org}/Home#/${modules[module].urlWords[0]}/${id}`;
}
