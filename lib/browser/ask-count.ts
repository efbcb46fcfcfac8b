import { parsePageUrl } from '@/lib/bigin/page-url';
import { askPage } from './ask-page';

/**
 * How many records a tab's page says are selected, as its content script would tell it: none on a record's page.
 * 0 where it does not answer.
 */
export async function askCount(tabId: number): Promise<number> {
  const reading = await askPage(tabId).catch(() => undefined);
  if (!reading || parsePageUrl(reading.url)?.recordId) return 0;
  const { parts, pageCount, shortfall } = reading;
  return pageCount ?? parts.reduce((sum, { ids }) => sum + ids.length, shortfall);
}
