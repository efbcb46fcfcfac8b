import type { PageReading } from './page-reading';
import type { ComponentList } from './read-components';
import { readCruxList } from './read-crux-list';
import { readMarkup } from './read-markup';
import { readUrl } from './read-url';

/**
 * Reads what is selected on a page. On a record's page that is the record, whatever related lists stand on
 * it; elsewhere the list view decides, and pages without one are read by generic markup.
 *
 * @param components what the page's list components say; see `readComponents`.
 */
export function readPage(
  document: Document,
  url: string,
  components: readonly ComponentList[] = [],
): PageReading {
  const record = readUrl(url);
  if (record) return { url, source: 'url', ...record };
  const list = readCruxList(document, components);
  if (list) return { url, source: 'crux-list', ...list };
  return { url, source: 'markup', ...(readMarkup(document, url) ?? { ids: [] }) };
}
