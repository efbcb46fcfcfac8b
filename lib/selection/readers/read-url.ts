import { parsePageUrl } from '@/lib/bigin/page-url';
import { noDoubts, type LayerReading } from '../page-reading';

/** The record whose page the URL names; `undefined` for any other page. */
export function readUrl(url: string): LayerReading | undefined {
  const page = parsePageUrl(url);
  if (!page?.recordId) return undefined;
  return { ...noDoubts, parts: [{ source: 'url', modules: page.modules, ids: [page.recordId] }] };
}
