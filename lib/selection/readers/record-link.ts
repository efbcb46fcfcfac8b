import { modulesOfWord, type ModuleName } from '@/lib/bigin/modules';
import { isRecordId, type RecordId } from '@/lib/bigin/record-id';
import { recordLink } from '../selectors';

/** A record that a link names. */
export interface LinkedRecord {
  id: RecordId;
  module: ModuleName;
}

/** The records that a row's links name, but for those of rows within it. */
export function linkedRecords(row: Element, rowSelector: string, url: string): LinkedRecord[] {
  return [...row.querySelectorAll<HTMLAnchorElement>(recordLink)]
    .filter((link) => link.closest(rowSelector) === row)
    .map((link) => recordOfLink(link.getAttribute('href') ?? '', url))
    .filter((record) => record !== undefined);
}

/** `…/Contacts/7618134000000632028`, `…#/contacts/7618134000000632028`, of the page's own host and organization. */
function recordOfLink(href: string, url: string): LinkedRecord | undefined {
  if (!URL.canParse(href, url)) return undefined;
  const link = new URL(href, url);
  const page = new URL(url);
  if (link.host !== page.host || orgOf(link) !== orgOf(page)) return undefined;
  const [route = ''] = (link.hash || link.pathname).split('?');
  const [word = '', id = ''] = route.replace(/^#/, '').split('/').slice(-2);
  const [module, ...others] = modulesOfWord(word);
  return module && others.length === 0 && isRecordId(id) ? { id, module } : undefined;
}

/** `org942010964`, where the path names one. */
function orgOf({ pathname }: URL): string | undefined {
  return pathname.split('/').find((part) => /^org\d+$/.test(part));
}
