import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Worker } from '@playwright/test';

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
  /** A port for a second connection, which sees what Playwright's does not. */
  debuggingPort?: number;
}

/** Starts Chromium with the extension, where Zoho's hosts are the fake. */
export async function launch(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { executablePath, extension, hostResolverRules, headless, debuggingPort } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'untag-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false, // Playwright's own headless shell has no extensions; the flag below does
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: true,
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${hostResolverRules}`,
      '--ignore-certificate-errors',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const extensionId = new URL((await worker()).url()).host;
  return {
    context,
    worker,
    extensionId,
    debuggingPort,
    async close() {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}
