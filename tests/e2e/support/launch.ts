import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';

export interface LaunchedBrowser {
  context: BrowserContext;
  /** The extension's service worker; a new one after it was stopped. */
  worker: () => Promise<Worker>;
  extensionId: string;
  debuggingPort: number | undefined;
  close: () => Promise<void>;
}

export interface LaunchOptions {
  executablePath: string;
  /** Folder of the built extension. */
  extension: string;
  /** The fake's rules: every host of Zoho's is the fake, and no other can be reached. */
  hostResolverRules: string;
  headless: boolean;
  /** A profile to go on with; a new one that is removed at the end unless told. */
  profile?: string;
  /** Who launches ends the browser itself on SIGINT and SIGTERM. */
  ownSignals?: boolean;
  /** A page to open before the extension comes into the browser. */
  openFirst?: string | undefined;
  /** A port for a second connection, which sees what Playwright's does not. */
  debuggingPort?: number;
  /** Leaves the set-up guide open that a new user is shown; it is closed unless told. */
  keepWelcome?: boolean;
}

/** Starts Chromium where Zoho's hosts are the fake, with the extension in it. */
export async function launch(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { executablePath, extension, hostResolverRules, headless, debuggingPort } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'untag-profile-')));
  const isNew = !existsSync(join(profile, 'Default'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false, // Playwright's own headless shell has no extensions; the flag below does
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: true,
    handleSIGINT: !options.ownSignals,
    handleSIGTERM: !options.ownSignals,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=${hostResolverRules}`,
      '--ignore-certificate-errors',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  if (options.openFirst) await (await context.newPage()).goto(options.openFirst);
  const extensionId = await install(context, extension);
  if (isNew) {
    const welcome = await welcomePage(context, extensionId);
    if (!options.keepWelcome) await welcome.close();
  }
  return {
    context,
    extensionId,
    debuggingPort,
    worker: async () =>
      context.serviceWorkers().find((worker) => worker.url().includes(extensionId)) ??
      (await context.waitForEvent('serviceworker', { timeout: 15_000 })),
    async close() {
      // Its user, or Ctrl+C, may have closed it already.
      await context.close().catch(() => undefined);
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The set-up guide, which opens by itself once the extension is installed. */
async function welcomePage(context: BrowserContext, extensionId: string): Promise<Page> {
  const url = `chrome-extension://${extensionId}/welcome.html`;
  const find = () => context.pages().find((page) => page.url() === url);
  while (!find()) await new Promise((resolve) => void setTimeout(resolve, 20));
  return find() as Page;
}

/**
 * Loads the unpacked extension as the extensions page does, and answers its id. Chrome and Edge refuse the flag
 * `--load-extension` since version 137; this way is open in all of them.
 */
export async function install(context: BrowserContext, extension: string): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser has closed');
  const session = await browser.newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path: extension });
  await session.detach();
  return id;
}
