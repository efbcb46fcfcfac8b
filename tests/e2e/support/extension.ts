import { chromium, expect, type BrowserContext, type Page, type Worker } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import type { KeptSignIn } from './kept-sign-in';
import { install, openTab, type LaunchedBrowser } from './launch';

/** The clients that the fake knows. */
const clients = {
  public: { type: 'Public client (PKCE)', id: '1000.PUBLIC0UNTAG0TEST0CLIENT', secret: '' },
  server: { type: 'Server-based client', id: '1000.SERVER0UNTAG0TEST0CLIENT', secret: 'server-secret' },
  implicit: { type: 'Client-based (implicit)', id: '1000.IMPLICIT0UNTAG0TEST0CLIENT', secret: '' },
};

export interface SignIn {
  email: string;
  /** Which organization to choose, where the user has several. */
  org?: string;
  answer?: 'Accept' | 'Reject';
}

/** A sign-in that was kept, and who knows of it. */
interface EarlierSignIn {
  kept: KeptSignIn;
  bigin: ServedFakeBigin;
}

/** The extension as its user meets it. */
export class Extension {
  readonly context: BrowserContext;
  readonly #browser: LaunchedBrowser;
  readonly #tabIds = new Map<Page, number>();

  /** An earlier sign-in to go on from, where there is one. */
  readonly #earlier: EarlierSignIn | undefined;

  constructor(browser: LaunchedBrowser, earlier?: EarlierSignIn) {
    this.#browser = browser;
    this.#earlier = earlier;
    this.context = browser.context;
  }

  get id(): string {
    return this.#browser.extensionId;
  }

  /** The kind of the browser's window that has the focus. */
  async focusedWindow(): Promise<string | undefined> {
    const worker = await this.worker;
    return worker.evaluate(async () => (await chrome.windows.getLastFocused()).type);
  }

  /** Another extension in the same browser; its worker. */
  async installOther(folder: string): Promise<Worker> {
    const started = this.context.waitForEvent('serviceworker');
    await install(this.context, folder);
    return started;
  }

  get worker() {
    return this.#browser.worker();
  }

  /** The options page, with a client set up by typing, as a user does once. */
  async setUp(type: keyof typeof clients = 'public'): Promise<Page> {
    const options = await this.openPage('options.html');
    const client = clients[type];
    await options.getByLabel('Client type').selectOption(client.type);
    await options.getByLabel('Client ID').fill(client.id);
    if (client.secret) await options.getByLabel('Client secret').fill(client.secret);
    // Whoever closes the page in the same moment takes the last letters with it.
    await expect(options.locator('#client').getByText('Saved')).toBeVisible();
    return options;
  }

  openPage(path: string): Promise<Page> {
    return this.#open(`chrome-extension://${this.#browser.extensionId}/${path}`);
  }

  /** Bigin's web app in a tab. */
  openBigin(url: string): Promise<Page> {
    return this.#open(url);
  }

  /**
   * At once at its address: a page that is empty first needs a process of its own. Routes come too late for it; a test
   * that answers in the fake's place opens its page otherwise.
   */
  async #open(url: string, viewport?: { width: number; height: number }): Promise<Page> {
    const opened = this.context.waitForEvent('page', (page) => page.url() === url);
    await openTab(this.context, url);
    const page = await opened;
    if (viewport) await page.setViewportSize(viewport);
    // Playwright itself may have come too late to be told that the page was loaded.
    const state = () => page.evaluate(() => document.readyState);
    await expect.poll(state, { intervals: [10, 20, 50], timeout: 30_000 }).toBe('complete');
    return page;
  }

  /** The popup's page for a tab; with a link, as the menu opens it for the record that this leads to. */
  async openPopup(tab: Page, link?: string): Promise<Page> {
    const query = new URLSearchParams({
      tab: String(await this.tabId(tab)),
      ...(link !== undefined && { link }),
    });
    const url = `chrome-extension://${this.#browser.extensionId}/popup.html?${query}`;
    return this.#open(url, { width: 380, height: 600 });
  }

  /** The browser's id of the tab that shows a page. Asked once: the worker may be stopped later. */
  async tabId(tab: Page): Promise<number> {
    const known = this.#tabIds.get(tab);
    if (known !== undefined) return known;
    const id = await this.#askTabId(tab);
    this.#tabIds.set(tab, id);
    return id;
  }

  async #askTabId(tab: Page): Promise<number> {
    await tab.bringToFront();
    const worker = await this.#browser.worker();
    return worker.evaluate(async () => {
      const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      if (active?.id === undefined) throw new Error('No tab is active');
      return active.id;
    });
  }

  /** Presses a button that opens Zoho's consent page; that page. */
  async openConsent(from: Page, button = 'Connect to Bigin'): Promise<Page> {
    const opened = this.context.waitForEvent('page');
    await from.getByRole('button', { name: button, exact: true }).click();
    const consent = await opened;
    await consent.waitForURL(/oauth\/v2\/auth/);
    return consent;
  }

  /** Signs in at Zoho and answers the consent page. */
  async answerConsent(consent: Page, { email, org, answer = 'Accept' }: SignIn): Promise<void> {
    await consent.getByLabel('Email').fill(email);
    await consent.getByLabel('Password').fill('bigin');
    await consent.getByRole('button', { name: 'Sign in' }).click();
    if (org) await consent.getByLabel(org).check();
    await this.#decide(consent, answer);
  }

  /** Presses a button that ends the sign-in: its window may be gone before the press is known to be done. */
  async #decide(consent: Page, answer: string): Promise<void> {
    const closed = consent.waitForEvent('close');
    const press = consent.getByRole('button', { name: answer }).click();
    await Promise.all([
      closed,
      press.catch((error: unknown) => {
        if (!consent.isClosed()) throw error;
      }),
    ]);
  }

  /** Goes on from an earlier sign-in; false where there is none. */
  async resumeSignIn(): Promise<boolean> {
    if (!this.#earlier?.kept.isOf(this)) return false;
    await this.#earlier.kept.restore(this, this.#earlier.bigin);
    return true;
  }

  /** Connects an organization from the popup. */
  async connect(popup: Page, signIn: SignIn): Promise<void> {
    await this.answerConsent(await this.openConsent(popup), signIn);
    await expect(popup.getByRole('button', { name: 'Connect to Bigin' })).toBeHidden();
  }

  /** Connects an organization as a user whom Zoho still knows: there is only the consent to give. */
  async connectAgain(from: Page, org: string, button?: string): Promise<void> {
    const consent = await this.openConsent(from, button);
    await consent.getByLabel(org).check();
    await this.#decide(consent, 'Accept');
  }

  /** Clicks an item of the context menu, on a page or on a link there. */
  async clickMenuItem(tab: Page, linkUrl?: string, item = 'remove-tags'): Promise<void> {
    const tabId = await this.tabId(tab);
    await tab.bringToFront();
    const worker = await this.#browser.worker();
    await worker.evaluate(
      async ([id, link, menuItemId]) => {
        const onClicked = chrome.contextMenus.onClicked as unknown as {
          dispatch: (info: unknown, tab: unknown) => void;
        };
        onClicked.dispatch({ menuItemId, ...(link && { linkUrl: link }) }, await chrome.tabs.get(id));
      },
      [tabId, linkUrl, item] as const,
    );
  }

  /** Which of these items stand in the context menu. */
  async menuItems(ids: readonly string[]): Promise<string[]> {
    const worker = await this.#browser.worker();
    return worker.evaluate(async (all) => {
      const isThere = (id: string) =>
        new Promise<boolean>((resolve) => {
          chrome.contextMenus.update(id, {}, () => resolve(!chrome.runtime.lastError));
        });
      const there = await Promise.all(all.map(isThere));
      return all.filter((_, index) => there[index]);
    }, ids);
  }

  /** Presses the keys of a command, on a tab. */
  async pressCommand(tab: Page, command: string): Promise<void> {
    const tabId = await this.tabId(tab);
    await tab.bringToFront();
    const worker = await this.#browser.worker();
    await worker.evaluate(
      async ([id, name]) => {
        const onCommand = chrome.commands.onCommand as unknown as {
          dispatch: (name: string, tab: unknown) => void;
        };
        onCommand.dispatch(name, await chrome.tabs.get(id));
      },
      [tabId, command] as const,
    );
  }

  /** What the toolbar button shows on a tab, and its name. */
  async button(tab: Page): Promise<{ badge: string; title: string }> {
    const tabId = await this.tabId(tab);
    const worker = await this.#browser.worker();
    return worker.evaluate(
      async (id) => ({
        badge: await chrome.action.getBadgeText({ tabId: id }),
        title: await chrome.action.getTitle({ tabId: id }),
      }),
      tabId,
    );
  }

  /** The ids of the notifications that are shown: none without the permission, where the browser has no such part. */
  async notifications(): Promise<string[]> {
    const worker = await this.#browser.worker();
    return worker.evaluate(async () => {
      const { notifications } = chrome as Partial<typeof chrome>;
      return Object.keys((await notifications?.getAll()) ?? {});
    });
  }

  /** Presses a notification, or a button of it. */
  async pressNotification(id: string, button?: number): Promise<void> {
    const worker = await this.#browser.worker();
    await worker.evaluate(
      ([notification, place]) => {
        const { onClicked, onButtonClicked } = chrome.notifications as unknown as Record<
          'onClicked' | 'onButtonClicked',
          { dispatch: (...pressed: unknown[]) => void }
        >;
        if (place === undefined) onClicked.dispatch(notification, true);
        else onButtonClicked.dispatch(notification, place);
      },
      [id, button] as const,
    );
  }

  /** Stops the service worker as the browser does when it idles: everything in its memory is gone. */
  async stopWorker(): Promise<void> {
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    const session = await this.context.newCDPSession(page);
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(this.#browser.extensionId),
    );
    if (!target) throw new Error('No worker is running');
    await session.send('Target.closeTarget', { targetId: target.targetId });
    await session.detach();
  }

  /** The toolbar's own popup. Only a connection to the browser that is made after it opened sees it. */
  async toolbarPopup<T>(look: (popup: Page) => Promise<T>): Promise<T> {
    for (let attempt = 0; attempt < 20; attempt++) {
      // Without its defaults, which would send the files that the browser saves elsewhere from now on.
      const second = await chromium.connectOverCDP(`http://127.0.0.1:${this.#browser.debuggingPort}`, {
        noDefaults: true,
      });
      try {
        const pages = second.contexts().flatMap((context) => context.pages());
        const popup = pages.find((page) => page.url().includes('/popup.html'));
        if (popup) return await look(popup);
      } finally {
        await second.close();
      }
      await new Promise((resolve) => void setTimeout(resolve, 250));
    }
    throw new Error('No popup opened');
  }
}
