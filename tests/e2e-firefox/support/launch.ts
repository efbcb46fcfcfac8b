import { launch, type Browser } from 'puppeteer-core';
import { requireFirefox } from '../../../scripts/find-firefox';
import { packagePaths } from '../../../scripts/packages/package-paths';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { serveProxy } from './proxy';

/** The extension's id, as `wxt.config.ts` sets it, and one for its pages, which Firefox else draws at random. */
const extensionId = 'untag-for-bigin@untag.example';
const pagesId = '6d0c2a5e-5a4f-4d7e-9a3b-0b7f3a1c9e11';

/** Where the extension's pages are. */
export const ownOrigin = `moz-extension://${pagesId}`;

export type Preferences = Record<string, boolean | number | string>;

export interface LaunchedFirefox {
  browser: Browser;
  close: () => Promise<void>;
}

/** Starts Firefox where Zoho's hosts are the fake, and every other host is nowhere, with the extension in it. */
export async function launchFirefox(
  { hosts, port }: ServedFakeBigin,
  preferences: Preferences,
): Promise<LaunchedFirefox> {
  const proxy = await serveProxy(hosts, port);
  const browser = await launch({
    browser: 'firefox',
    executablePath: requireFirefox(),
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    // The browser's own window, its menus and its sidebar are driven too.
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: pagesId }),
      // Nobody is there to answer the question for a permission: whoever may ask is answered yes.
      'extensions.webextOptionalPermissionPrompts': false,
      ...preferences,
    },
  });
  // The package itself, as the store hands it out.
  await browser.installExtension(packagePaths.firefox);
  return {
    browser,
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}
