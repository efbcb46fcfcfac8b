import { parseUrl } from '@/lib/parse-url';
import { dataCenterOfWebHost, dataCenters, type DataCenterId } from './data-centers';
import { moduleNames, modules, modulesOfWord, type ModuleName } from './modules';
import { isRecordId, type RecordId } from './record-id';

/** What the address of a page of Bigin's web app says. */
export interface BiginPage {
  dataCenter: DataCenterId;
  /** `org` and digits, as in `domain_name` of `GET /org`. */
  org: string;
  /** The modules that its records can be of: one on a module's pages, all where the address tells nothing. */
  modules: readonly ModuleName[];
  /** The record that the page shows, on a record page. */
  recordId?: RecordId;
  /** The custom view of a list. */
  cvid?: string;
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

  if (path[0] === 'bigin') return { dataCenter, org, ...routeOf(parsed.hash.replace(/^#/, '')) };
  if (path[0] === 'crm' && path[2] === 'tab') {
    return { dataCenter, org, ...routeOf(path.slice(3).join('/') + parsed.search) };
  }
  return undefined;
}

/**
 * `contacts`, `contacts?cvid=<view>`, `contacts/<id>`, `contacts/<id>/…`, `activities/<id>`, `activities/tasks/<id>`,
 * `deals/kanban/<id of a pipeline>`, and in CRM's URLs `Contacts/custom-view/<view>/list`.
 */
function routeOf(route: string): Pick<BiginPage, 'modules' | 'recordId' | 'cvid'> {
  const [path = '', query = ''] = route.split('?');
  const words = path.split('/').filter(Boolean);
  if (words[0] === 'activities' && words[1] && !isRecordId(words[1])) words.shift();
  const [first = '', second = '', third = ''] = words;
  const possible = modulesOfWord(first);
  const isOfRecords = possible.length < moduleNames.length;
  if (isOfRecords && isRecordId(second)) return { modules: possible, recordId: second };
  const cvid = second === 'custom-view' ? third : new URLSearchParams(query).get('cvid');
  return cvid && isRecordId(cvid) ? { modules: possible, cvid } : { modules: possible };
}

/** The address of a record's page in the web app. */
export function recordUrl(dataCenter: DataCenterId, org: string, module: ModuleName, id: RecordId): string {
  return `https://${dataCenters[dataCenter].webHost}/bigin/${org}/Home#/${modules[module].urlWords[0]}/${id}`;
}
