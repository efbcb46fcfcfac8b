import type { LayerReading, PageReading } from './page-reading';
import type { ComponentList } from './readers/read-components';
import { readTicked } from './readers/read-ticked';
import { readUrl } from './readers/read-url';

/**
 * Reads what is selected on a page, by the layers that fit it. On a record's page that is the record, whatever
 * is ticked in the related lists on it; elsewhere what is ticked in lists.
 *
 * @param components what the page's list components say; see `readComponents`.
 */
export function readPage(
  document: Document,
  url: string,
  components: readonly ComponentList[] = [],
): PageReading {
  const record = readUrl(url);
  const ticked = readTicked(document, url, components);
  if (record) return { url, ...record, beside: countOf(ticked) };
  return { url, ...ticked };
}

/** How many records are selected, as far as the reading tells. */
function countOf({ parts, shortfall }: LayerReading): number {
  return parts.reduce((sum, { ids }) => sum + ids.length, shortfall);
}
