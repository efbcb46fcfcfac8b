/**
 * `npm run store`: what the stores' listings show. Images of the real extension on the fake Bigin go to
 * docs/store/images/, and name, summary and description in each language, each in a file to paste, to .output/store/.
 * `-- -g history` takes only some of the images.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './find-chromium';
import { root, run } from './run-command';
import { readListings } from './store/listing';

for (const { language, ...texts } of readListings()) {
  const folder = join(root, '.output/store', language);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.txt`), `${text}\n`);
}

const taken =
  run('wxt', ['build']) &&
  run('playwright', ['test', '--config', 'tests/store/playwright.config.ts', ...process.argv.slice(2)], {
    CHROMIUM_PATH: findChromium(),
  });
process.exit(taken ? 0 : 1);
