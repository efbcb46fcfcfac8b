import { test } from 'vitest';
import { serveFakeBigin, type ServedFakeBigin } from '../../fake-bigin/index';
import { Extension } from './extension';
import { launchFirefox, type Preferences } from './launch';

interface Fixtures {
  /** The fake Bigin, as it is at its start. */
  bigin: ServedFakeBigin;
  /** The production build for Firefox, in a browser and a profile of its own. */
  extension: Extension;
}

/** A test in Firefox, with these preferences beside those that all tests have. */
export function firefoxTest(preferences: Preferences = {}) {
  return test.extend<Fixtures>({
    // Vitest wants the first argument destructured, even where nothing is taken.
    // oxlint-disable-next-line eslint/no-empty-pattern
    bigin: async ({}, use) => {
      const bigin = await serveFakeBigin();
      await use(bigin);
      await bigin.close();
    },
    extension: async ({ bigin }, use) => {
      const firefox = await launchFirefox(bigin, preferences);
      await use(new Extension(firefox.browser));
      await firefox.close();
    },
  });
}
