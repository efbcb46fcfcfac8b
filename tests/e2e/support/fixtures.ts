import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium';
import { root } from '../../../scripts/run-command';
import { serveFakeBigin, type ServedFakeBigin } from '../../fake-bigin/index';
import { Extension } from './extension';
import { freePort } from './free-port';
import { launch } from './launch';
import { withNotifications } from './with-notifications';

interface TestFixtures {
  /** The folder of the built extension. */
  built: string;
  /** A page that is open already when the extension is installed. */
  openFirst: string | undefined;
  /** Whether the user has permitted notifications. */
  notifying: boolean;
  /** Whether the set-up guide stays open that a new user is shown. */
  keepWelcome: boolean;
  /** The fake Bigin, as it is at its start. */
  bigin: ServedFakeBigin;
  /** The production build, in a browser and a profile of its own. */
  extension: Extension;
}

interface WorkerFixtures {
  servedBigin: ServedFakeBigin;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  servedBigin: [
    // Playwright wants the first argument destructured, even where nothing is taken.
    // oxlint-disable-next-line eslint/no-empty-pattern
    async ({}, use) => {
      const bigin = await serveFakeBigin();
      await use(bigin);
      await bigin.close();
    },
    { scope: 'worker' },
  ],
  bigin: async ({ servedBigin }, use) => {
    servedBigin.reset();
    await use(servedBigin);
  },
  built: [join(root, '.output/chrome-mv3'), { option: true }],
  openFirst: [undefined, { option: true }],
  notifying: [false, { option: true }],
  keepWelcome: [false, { option: true }],
  extension: async ({ bigin, built, openFirst, notifying, keepWelcome }, use) => {
    const folder = notifying ? await withNotifications(built) : built;
    const browser = await launch({
      executablePath: findChromium(),
      extension: folder,
      hostResolverRules: bigin.hostResolverRules,
      headless: true,
      openFirst,
      keepWelcome,
      debuggingPort: await freePort(),
    });
    await use(new Extension(browser));
    await browser.close();
    if (folder !== built) await rm(folder, { recursive: true });
  },
});

export { expect } from '@playwright/test';
