import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { biginUrl, zylker } from '../../e2e/support/bigin-url';
import { BrowserWindow } from './browser-window';
import { ownOrigin } from './launch';
import { fill, part, patience, press, says } from './screen';

/** The clients that the fake knows. */
const clients = {
  public: { type: 'public', id: '1000.PUBLIC0UNTAG0TEST0CLIENT' },
  implicit: { type: 'implicit', id: '1000.IMPLICIT0UNTAG0TEST0CLIENT' },
};

/** The extension as its user meets it in Firefox. */
export class Extension {
  readonly browser: Browser;
  #window: BrowserWindow | undefined;
  #own: Page | undefined;
  #biginTab: number | undefined;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  /** The browser's own window, with what is not part of any page. */
  async window(): Promise<BrowserWindow> {
    return (this.#window ??= await BrowserWindow.of(this.browser));
  }

  /** A page of ours in a tab. */
  async open(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    // Firefox never reports that such a page is loaded.
    await page.goto(`${ownOrigin}/${path}`, { waitUntil: [] });
    return page;
  }

  /** The options page, with a client set up by typing, as a user does once. */
  async setUp(type: keyof typeof clients = 'public'): Promise<Page> {
    const options = await this.open('options.html');
    await says(options, 'OAuth client');
    const client = clients[type];
    await fill(options, part('combobox', 'Client type'), client.type);
    await fill(options, part('textbox', 'Client ID'), client.id);
    await says(options, 'Saved', '#client output');
    return options;
  }

  /** A list of contacts with its first rows ticked by clicks; the ids of the ticked records. */
  async tickContacts(rows: number): Promise<{ list: Page; ids: string[] }> {
    const list = await this.browser.newPage();
    await list.goto(biginUrl(zylker, '/contacts'));
    const ids = await this.tick(list, rows);
    return { list, ids };
  }

  async tick(list: Page, rows: number): Promise<string[]> {
    await list.bringToFront();
    const selector = 'lyte-checkbox[id^="selectEntity_"]';
    await list.locator(selector).setTimeout(patience.timeout).wait();
    const boxes = (await list.$$(selector)).slice(0, rows);
    const ids: string[] = [];
    for (const box of boxes) {
      await box.click();
      ids.push(await idOf(box));
    }
    await expect.poll(() => list.$$eval('[data-zcqa="clearRecords"]', (all) => all.length), patience).toBe(1);
    return ids;
  }

  /** The popup's page for the tab that shows Bigin. */
  async openPopup(): Promise<Page> {
    return this.open(`popup.html?tab=${await this.biginTab()}`);
  }

  /** The browser's id of the tab that shows Bigin. Asked once: access to it may be taken back later. */
  async biginTab(): Promise<number> {
    if (this.#biginTab !== undefined) return this.#biginTab;
    const own = await this.own();
    this.#biginTab = await own.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://bigin.zoho.com/*' });
      if (tab?.id === undefined) throw new Error('No tab shows Bigin');
      return tab.id;
    });
    return this.#biginTab;
  }

  /** What the toolbar button shows on the tab of Bigin. */
  async badge(): Promise<string> {
    const own = await this.own();
    return own.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), await this.biginTab());
  }

  /** A page of ours that asks the browser things; in the background, so that the toolbar's popup stays open. */
  async own(): Promise<Page> {
    return (this.#own ??= await this.open('history.html'));
  }

  /** Presses a button that opens Zoho's consent page in a window; that page. */
  async openConsent(from: Page, button = 'Connect to Bigin'): Promise<Page> {
    await press(from, button);
    return this.findPage((url) => url.includes('/oauth/v2/auth'));
  }

  /** Signs in at Zoho, and lets the extension into an organization. */
  async connect(from: Page, button?: string): Promise<void> {
    const consent = await this.openConsent(from, button);
    await fill(consent, 'input[type=email]', 'dana@zylker.example');
    await fill(consent, 'input[type=password]', 'bigin');
    await press(consent, 'Sign in');
    await press(consent, 'Zylker Trading', 'radio');
    const closed = new Promise((resolve) => void consent.once('close', resolve));
    await press(consent, 'Accept');
    await closed;
  }

  /** A page that opens by itself. */
  async findPage(isIt: (url: string) => boolean): Promise<Page> {
    const find = async () => (await this.browser.pages()).find((page) => isIt(page.url()));
    await expect.poll(async () => (await find()) !== undefined, patience).toBe(true);
    return (await find()) as Page;
  }

  /** What our pages that are open say, be they in tabs, in the sidebar, or in the toolbar's popup; by their paths. */
  async views(): Promise<Record<string, string>> {
    const own = await this.own();
    return own.evaluate(() => {
      const views = chrome.extension.getViews();
      return Object.fromEntries(
        views.map(({ location, document }) => [location.pathname, document.body.innerText]),
      );
    });
  }

  /** Waits until a page of ours says something, wherever it is shown. */
  async viewSays(path: string, text: RegExp): Promise<void> {
    await expect.poll(async () => (await this.views())[path], patience).toMatch(text);
  }

  /** Whether the event page runs. */
  async isAwake(): Promise<boolean> {
    return '/_generated_background_page.html' in (await this.views());
  }

  /** Takes hosts back from the extension, as the user can on the page of add-ons. */
  async withdraw(...hosts: string[]): Promise<void> {
    const own = await this.own();
    const origins = hosts.map((host) => `https://${host}/*`);
    expect(await own.evaluate((all) => chrome.permissions.remove({ origins: all }), origins)).toBe(true);
  }

  /** Whether the extension may reach hosts. */
  async mayReach(...hosts: string[]): Promise<boolean> {
    const own = await this.own();
    const origins = hosts.map((host) => `https://${host}/*`);
    return own.evaluate((all) => chrome.permissions.contains({ origins: all }), origins);
  }
}

function idOf(box: ElementHandle): Promise<string> {
  return box.evaluate((element) => element.id.replace('selectEntity_', ''));
}
