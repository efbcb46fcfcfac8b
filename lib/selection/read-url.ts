import { parsePageUrl } from '@/lib/bigin/page-url';
import type { LayerReading } from './page-reading';

/** The record whose page the URL names. */
export function readUrl(url: string): LayerReading {
  const page = parsePageUrl(url);
  if (!page?.recordId) return undefined;
  return { ids: [page.recordId], ...(page.module && { module: page.module }) };
}
