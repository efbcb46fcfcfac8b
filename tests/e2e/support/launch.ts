import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page, type Worker } from '@playwright/test';

export interface LaunchedBrowser {
  context: BrowserContext;
  /** The extension's service worker; a new one after it was stopped. */
  worker: () => Promise<Worker>;
  extensionId: string;
  debuggingPort: number | undefined;
  close: () => Promise<void>;
}

export interface ChromiumOptions {
  executablePath: string;
  /** The fake's rules: every host of Zoho's is the fake, and no other can be reached. */
  hostResolverRules: string;
  headless: boolean;
  /** Draws within its own process, which is quicker where nobody looks. */
  drawsItself?: boolean;
  /** A profile to go on with; a new one that is removed at the end unless told. */
  profile?: string;
  /** Who launches ends the browser itself on SIGINT and SIGTERM. */
  ownSignals?: boolean;
  /** A port for a second connection, which sees what Playwright's does not. */
  debuggingPort?: number;
}

export interface LaunchOptions extends ChromiumOptions {
  /** Folder of the built extension. */
  extension: string;
}

export interface StartedChromium {
  context: BrowserContext;
  debuggingPort: number | undefined;
  close: () => Promise<void>;
}

/** Starts Chromium where Zoho's hosts are the fake. */
export async function startChromium(options: ChromiumOptions): Promise<StartedChromium> {
  const { executablePath, hostResolverRules, headless, debuggingPort } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'untag-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    env: { ...process.env, PATH: [await withoutDesktop(profile), process.env['PATH']].join(delimiter) },
    headless: false, // Playwright's own headless shell has no extensions; the flag below does
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: true,
    // The runner's own folder for them goes with the test in which the browser was started.
    downloadsPath: join(profile, 'saved-by-tests'),
    handleSIGINT: !options.ownSignals,
    handleSIGTERM: !options.ownSignals,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      // Drawing its own tabs and buttons takes the browser longer than what the tests are about; nobody sees them.
      ...(headless ? ['--headless=new', '--start-fullscreen'] : []),
      // So does handing all that is drawn to a process for graphics cards; but that is part of what is measured.
      ...(options.drawsItself ? ['--in-process-gpu'] : []),
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
  return {
    context,
    debuggingPort,
    async close() {
      // Its user, or Ctrl+C, may have closed it already.
      await context.close().catch(() => undefined);
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * A folder, to be looked into before others, where the programs do nothing by which a browser takes extensions out of
 * the desktop's menus: those are the developer's own, and a hundred processes are started each time.
 */
async function withoutDesktop(profile: string): Promise<string> {
  const folder = join(profile, 'without-desktop');
  await mkdir(folder, { recursive: true });
  for (const name of ['xdg-desktop-menu', 'xdg-icon-resource'])
    await writeFile(join(folder, name), '#!/bin/sh\n', { mode: 0o755 });
  return folder;
}

/** Starts Chromium with the extension in it. */
export async function launch(options: LaunchOptions): Promise<LaunchedBrowser> {
  const isNew = !options.profile || !existsSync(join(options.profile, 'Default'));
  const started = await startChromium(options);
  const extensionId = await install(started.context, options.extension);
  if (isNew) await (await welcomePage(started.context, extensionId)).close();
  return withExtension(started, extensionId);
}

/** Chromium as the tests know it, once an extension is in it. */
export function withExtension(started: StartedChromium, extensionId: string): LaunchedBrowser {
  const { context } = started;
  return {
    ...started,
    extensionId,
    worker: async () =>
      context.serviceWorkers().find((worker) => worker.url().includes(extensionId)) ??
      (await context.waitForEvent('serviceworker', { timeout: 15_000 })),
  };
}

/** The set-up guide, which opens by itself once the extension is installed. */
export async function welcomePage(context: BrowserContext, extensionId: string): Promise<Page> {
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
  const session = await browserSession(context);
  const { id } = await session.send('Extensions.loadUnpacked', { path: extension });
  await session.detach();
  return id;
}

/** The same without the set-up guide, which is closed before it is drawn: that takes longer than the rest. */
export async function installWithoutGuide(context: BrowserContext, extension: string): Promise<string> {
  const session = await browserSession(context);
  const guide = new Promise<string>((resolve) => {
    const look = ({ targetInfo: { targetId, url } }: { targetInfo: { targetId: string; url: string } }) => {
      if (url.endsWith('/welcome.html')) resolve(targetId);
    };
    session.on('Target.targetCreated', look).on('Target.targetInfoChanged', look);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  // Playwright tells of the guide all the same, and is not to take it for a page that opens later.
  const isTold = context.waitForEvent('page');
  const { id } = await session.send('Extensions.loadUnpacked', { path: extension });
  await session.send('Target.closeTarget', { targetId: await guide });
  await isTold;
  await session.detach();
  return id;
}

/** Takes an extension out of the browser, and all that it kept there. */
export async function uninstall(context: BrowserContext, id: string): Promise<void> {
  const session = await browserSession(context);
  await session.send('Extensions.uninstall', { id });
  await session.detach();
}

/** Opens a tab at an address. */
export async function openTab(context: BrowserContext, url: string): Promise<void> {
  const session = await browserSession(context);
  await session.send('Target.createTarget', { url });
  await session.detach();
}

/** The ids of the extensions that were installed. */
export async function installedIds(context: BrowserContext): Promise<string[]> {
  const session = await browserSession(context);
  const { extensions } = await session.send('Extensions.getExtensions');
  await session.detach();
  return extensions.map(({ id }) => id);
}

/** A connection to the browser itself, for what Playwright has no words for. */
async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser has closed');
  return browser.newBrowserCDPSession();
}
