import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from './bench-browser';
import type { Finding } from './finding';

/** What every page of Bigin loads. */
export function weighContentScript(): Finding {
  const bytes = gzipSync(readFileSync(join(builtExtension, 'content-scripts/bigin.js'))).length;
  return {
    what: 'The content script, gzipped',
    figure: `${bytes} bytes`,
    limit: '8000 bytes',
    isWithin: bytes <= 8_000,
  };
}
