/**
 * `npm run screenshots`: every page of the extension in every state, in light and dark and in two languages, by the
 * production build in a browser on the fake Bigin, into docs/screenshots/. `-- -g popup` takes only some.
 */
import { findChromium } from './find-chromium';
import { run } from './run-command';

const options = process.argv.slice(2);
const taken =
  run('wxt', ['build']) &&
  run('playwright', ['test', '--config', 'tests/screenshots/playwright.config.ts', ...options], {
    CHROMIUM_PATH: findChromium(),
  });
process.exit(taken ? 0 : 1);
