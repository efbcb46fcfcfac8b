import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from './bench-browser';
import type { Finding } from './finding';
import { pageFiles } from './page-files';

/** What every page of Bigin loads. */
export function weighContentScript(): Finding {
  return weigh('The content script, gzipped', ['content-scripts/bigin.js'], 8_000);
}

/** What the popup loads before it can show anything, and beside it the sentences of a language. */
export function weighPopup(): Finding[] {
  return [
    weigh('The popup’s scripts and styles, gzipped', pageFiles(builtExtension, 'popup.html'), 110_000),
    weigh('Its sentences in English, gzipped', ['languages/en.json']),
  ];
}

/** Each file is compressed by itself, as a store or a server would. */
function weigh(what: string, files: readonly string[], limit?: number): Finding {
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(builtExtension, file))).length,
    0,
  );
  return {
    what,
    figure: `${bytes} bytes`,
    limit: limit === undefined ? '' : `${limit} bytes`,
    isWithin: limit === undefined || bytes <= limit,
  };
}
