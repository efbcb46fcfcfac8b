import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium';
import { root } from '../../../scripts/run-command';
import { serveFakeBigin, type ServedFakeBigin } from '../../fake-bigin/index';
import { Extension } from './extension';
import { freePort } from './free-port';
import { KeptSignIn } from './kept-sign-in';
import { startChromium } from './launch';
import { connectInOptions } from './prepare';
import { SharedBrowser } from './shared-browser';
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
  /** The production build, newly installed in a browser that has nothing else. */
  extension: Extension;
}

interface WorkerFixtures {
  servedBigin: ServedFakeBigin;
  sharedBrowser: SharedBrowser;
  /** What a sign-in by hand has left. */
  keptSignIn: KeptSignIn;
}

const productionBuild = join(root, '.output/chrome-mv3');

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
  sharedBrowser: [
    async ({ servedBigin }, use) => {
      const chromium = await startChromium({
        executablePath: findChromium(),
        hostResolverRules: servedBigin.hostResolverRules,
        headless: true,
        drawsItself: true,
        debuggingPort: await freePort(),
      });
      await use(new SharedBrowser(chromium));
      await chromium.close();
    },
    { scope: 'worker' },
  ],
  keptSignIn: [
    async ({ servedBigin, sharedBrowser }, use) => {
      const browser = await sharedBrowser.install(productionBuild, {
        openFirst: undefined,
        keepWelcome: false,
      });
      const extension = new Extension(browser);
      const options = await connectInOptions(extension);
      const kept = await KeptSignIn.of(extension, options, servedBigin);
      await sharedBrowser.empty();
      await use(kept);
    },
    { scope: 'worker' },
  ],
  bigin: async ({ servedBigin }, use) => {
    servedBigin.reset();
    await use(servedBigin);
  },
  built: [productionBuild, { option: true }],
  openFirst: [undefined, { option: true }],
  notifying: [false, { option: true }],
  keepWelcome: [false, { option: true }],
  extension: async ({ sharedBrowser, keptSignIn, built, bigin, openFirst, notifying, keepWelcome }, use) => {
    const folder = notifying ? await withNotifications(built) : built;
    const browser = await sharedBrowser.install(folder, { openFirst, keepWelcome });
    await use(new Extension(browser, { kept: keptSignIn, bigin }));
    await sharedBrowser.empty();
    if (folder !== built) await rm(folder, { recursive: true });
  },
});

export { expect } from '@playwright/test';
