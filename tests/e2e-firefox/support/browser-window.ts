import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { patience } from './screen';

/** What of Firefox's own code is used here; a page of the browser's may call it. */
interface Chrome {
  Services: {
    wm: {
      getMostRecentWindow(type: string): ChromeWindow;
      getEnumerator(type: string): Iterable<ChromeWindow>;
    };
  };
}

interface ChromeWindow extends Window {
  SidebarController: { isOpen: boolean; currentID: string };
}

interface Popup extends Element {
  hidePopup(): void;
}

interface Item extends Element {
  doCommand(): void;
}

/** Firefox's own window: what is not part of any page. */
export class BrowserWindow {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Reached from a page of the browser's own. */
  static async of(browser: Browser): Promise<BrowserWindow> {
    const page = await browser.newPage();
    await page.goto('about:addons', { waitUntil: [] });
    return new BrowserWindow(page);
  }

  /** The labels of our items in the context menu that is open. */
  menuItems(): Promise<string[]> {
    return this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as Chrome;
      const { document } = Services.wm.getMostRecentWindow('navigator:browser');
      const items = document.querySelectorAll('#contentAreaContextMenu menuitem[id*="untag-for-bigin"]');
      return [...items].map((item) => item.getAttribute('label') ?? '');
    });
  }

  /** Opens the context menu on an element of a page, and presses one of our items. */
  async pressMenuItem(element: ElementHandle, label: string): Promise<void> {
    await element.click({ button: 'right' });
    await expect.poll(() => this.menuItems(), patience).toContain(label);
    await this.#page.evaluate((wanted) => {
      const { Services } = globalThis as unknown as Chrome;
      const { document } = Services.wm.getMostRecentWindow('navigator:browser');
      const menu = document.querySelector<Popup>('#contentAreaContextMenu');
      const items = menu?.querySelectorAll<Item>('menuitem[id*="untag-for-bigin"]') ?? [];
      [...items].find((each) => each.getAttribute('label') === wanted)?.doCommand();
      menu?.hidePopup();
    }, label);
  }

  /** Closes the browser's windows without tabs, as Zoho's sign-in is shown in; how many they were. */
  closePopups(): Promise<number> {
    return this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as Chrome;
      const windows = [...Services.wm.getEnumerator('navigator:browser')];
      const popups = windows.filter(({ toolbar }) => !toolbar.visible);
      for (const popup of popups) popup.close();
      return popups.length;
    });
  }

  /** The size of the toolbar's popup, in CSS pixels. */
  popupSize(): Promise<{ width: number; height: number } | undefined> {
    return this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as Chrome;
      const { document } = Services.wm.getMostRecentWindow('navigator:browser');
      const box = document.querySelector('.webextension-popup-browser')?.getBoundingClientRect();
      return box && { width: box.width, height: box.height };
    });
  }

  /** Which sidebar is open. */
  sidebar(): Promise<string> {
    return this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as Chrome;
      const { SidebarController } = Services.wm.getMostRecentWindow('navigator:browser');
      return SidebarController.isOpen ? SidebarController.currentID : '';
    });
  }
}
