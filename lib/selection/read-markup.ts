import { moduleOfWord, type ModuleName } from '@/lib/bigin/modules';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { isRecordId, orgPrefix, type RecordId } from '@/lib/bigin/record-id';
import { isShown, readPageCount } from './page-count';
import type { LayerReading } from './page-reading';
import { genericRow, recordLink, tickedBox } from './selectors';

/**
 * Ticked boxes in lists of any markup: each counts where its row carries exactly one record id. Rows of two
 * modules, or of two organizations, are no selection that could be acted on; nothing is read then.
 */
export function readMarkup(document: Document, url: string): LayerReading {
  const rows = new Set<Element>();
  for (const box of document.querySelectorAll(tickedBox)) {
    const row = box.closest(genericRow);
    if (row && isShown(row) && !isHeader(row)) rows.add(row);
  }
  const records = [...rows].map((row) => recordOfRow(row, url)).filter((record) => record !== undefined);
  const modules = new Set(records.map((record) => record.module).filter((module) => module !== undefined));
  const prefixes = new Set(records.map((record) => orgPrefix(record.id)));
  const pageCount = readPageCount(document);
  if (rows.size === 0 && pageCount === undefined) return undefined;
  // A ticked row that names no record must not go unnoticed, so the rows count as what the page says.
  const counts = { pageCount: Math.max(pageCount ?? 0, rows.size) };
  if (modules.size > 1 || prefixes.size > 1) return { ids: [], ...counts };
  const [module] = modules;
  return { ids: [...new Set(records.map((record) => record.id))], ...(module && { module }), ...counts };
}

/** The header's box ticks all rows and stands for no record. */
function isHeader(row: Element): boolean {
  return row.closest('thead') !== null || (row.matches('tr') && !row.querySelector('td'));
}

/**
 * The id that the row itself carries, else the one record that its links name. A row may also link to other
 * modules' records (a contact's company), so where the page's URL names its module, only that one's count.
 */
function recordOfRow(row: Element, url: string): { id: RecordId; module?: ModuleName } | undefined {
  const linked = [...row.querySelectorAll<HTMLAnchorElement>(recordLink)]
    .map((link) => recordOfLink(link.getAttribute('href') ?? '', url))
    .filter((record) => record !== undefined);
  const own = [row.id, row.getAttribute('data-id') ?? ''].find(isRecordId);
  if (own) {
    const module = linked.find((record) => record.id === own)?.module;
    return { id: own, ...(module && { module }) };
  }
  const pageModule = parsePageUrl(url)?.module;
  const [first, ...rest] = linked.filter(({ module }) => !pageModule || module === pageModule);
  return rest.every(({ id }) => id === first?.id) ? first : undefined;
}

/** `…/Contacts/7618134000000632028`, `…#/contacts/7618134000000632028` on the page's own host. */
function recordOfLink(href: string, url: string): { id: RecordId; module: ModuleName } | undefined {
  if (!URL.canParse(href, url)) return undefined;
  const link = new URL(href, url);
  if (link.host !== new URL(url).host) return undefined;
  const [route = ''] = (link.hash || link.pathname).split('?');
  const [word, id] = route.replace(/^#/, '').split('/').slice(-2);
  const module = word ? moduleOfWord(word) : undefined;
  return module && id && isRecordId(id) ? { id, module } : undefined;
}
