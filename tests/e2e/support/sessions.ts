import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../../scripts/find-chromium';
import { root } from '../../../scripts/run-command';
import { Extension } from './extension';
import { test as base } from './fixtures';
import { launch } from './launch';

/** The same browser profile, opened and closed again and again. */
export interface Sessions {
  open(): Promise<Extension>;
  close(): Promise<void>;
}

export const test = base.extend<{ sessions: Sessions }>({
  sessions: async ({ bigin }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'untag-profile-'));
    let close = async () => {};
    await use({
      async open() {
        const browser = await launch({
          executablePath: findChromium(),
          extension: join(root, '.output/chrome-mv3'),
          hostResolverRules: bigin.hostResolverRules,
          headless: true,
          profile,
        });
        close = () => browser.close();
        return new Extension(browser);
      },
      close: () => close(),
    });
    await close();
    await rm(profile, { recursive: true, force: true });
  },
});
