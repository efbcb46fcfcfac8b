import type { BrowserContext, Page } from '@playwright/test';
import {
  install,
  installedIds,
  installWithoutGuide,
  uninstall,
  welcomePage,
  withExtension,
  type LaunchedBrowser,
  type StartedChromium,
} from './launch';

interface InstallOptions {
  /** A page to open before the extension comes into the browser. */
  openFirst: string | undefined;
  /** Leaves the set-up guide open that a new user is shown. */
  keepWelcome: boolean;
}

/**
 * One browser for many tests, since starting one takes longer than most of them. Each installs the extension anew,
 * and finds the browser as if it had just been started.
 */
export class SharedBrowser {
  readonly #chromium: StartedChromium;

  constructor(chromium: StartedChromium) {
    this.#chromium = chromium;
  }

  get #context(): BrowserContext {
    return this.#chromium.context;
  }

  /** Puts the extension in as its user does. */
  async install(folder: string, { openFirst, keepWelcome }: InstallOptions): Promise<LaunchedBrowser> {
    if (openFirst) await (await this.#context.newPage()).goto(openFirst);
    const id = await (keepWelcome ? install : installWithoutGuide)(this.#context, folder);
    if (keepWelcome) await welcomePage(this.#context, id);
    return withExtension(this.#chromium, id);
  }

  /** Takes out all that a test has left: pages, extensions with what they keep, cookies, permissions, routes. */
  async empty(): Promise<void> {
    const context = this.#context;
    const blank = context.pages().find((page) => page.url() === 'about:blank') ?? (await context.newPage());
    await Promise.all(this.#others(blank).map((page) => page.close()));
    for (const id of await installedIds(context)) await uninstall(context, id);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.clearCookies();
    await context.clearPermissions();
    await this.#requireEmpty(blank);
  }

  #others(blank: Page): Page[] {
    return this.#context.pages().filter((page) => page !== blank);
  }

  /** A test that finds what another one left would not fail where the mistake is. */
  async #requireEmpty(blank: Page): Promise<void> {
    const end = Date.now() + 5_000;
    for (;;) {
      const left = [...this.#others(blank), ...this.#context.serviceWorkers()].map((each) => each.url());
      const ids = await installedIds(this.#context);
      if (left.length + ids.length === 0) return;
      if (Date.now() > end)
        throw new Error(`A test has left in the browser: ${[...left, ...ids].join(', ')}`);
      await new Promise((resolve) => void setTimeout(resolve, 20));
    }
  }
}
