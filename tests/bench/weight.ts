import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/run-command';
import { backgroundFiles } from './background-files';
import { builtExtension } from './bench-browser';
import type { Finding } from './finding';
import { pageFiles } from './page-files';

const builtForFirefox = join(root, '.output/firefox-mv3');

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

const backgroundLimit = 40_000;

/** What each browser loads whenever it starts the worker, or Firefox its background page: many times a day. */
export function weighBackground(): Finding[] {
  return [
    weigh('The background, gzipped', backgroundFiles(builtExtension), backgroundLimit),
    weigh(
      'The background for Firefox, gzipped',
      backgroundFiles(builtForFirefox),
      backgroundLimit,
      builtForFirefox,
    ),
  ];
}

/** Each file is compressed by itself, as a store or a server would. */
function weigh(what: string, files: readonly string[], limit?: number, folder = builtExtension): Finding {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return {
    what,
    figure: `${bytes} bytes`,
    limit: limit === undefined ? '' : `${limit} bytes`,
    isWithin: limit === undefined || bytes <= limit,
  };
}
