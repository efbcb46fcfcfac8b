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

  /**
   * Opens the context menu on an element of a page, and presses one of our items. A page that is being laid out anew
   * may swallow the press of the mouse, and a menu that is open shows what there was when it opened: its user closes
   * it, and presses again.
   */
  async pressMenuItem(page: Page, element: ElementHandle, label: string): Promise<void> {
    const press = async () => {
      await this.#closeMenus();
      await page.bringToFront();
      await element.click({ button: 'right' });
      const end = Date.now() + 2_000;
      let labels: string[] = [];
      while (Date.now() < end && !labels.includes(label)) {
        labels = await this.#press(label);
        await new Promise((resolve) => void setTimeout(resolve, 50));
      }
      return labels;
    };
    await expect.poll(press, { ...patience, message: 'the items of the menu' }).toContain(label);
  }

  /** Presses our item in whichever window's context menu has it, and closes that menu; what items of ours are there. */
  #press(label: string): Promise<string[]> {
    return this.#page.evaluate((wanted) => {
      const { Services } = globalThis as unknown as Chrome;
      const labels: string[] = [];
      for (const { document } of Services.wm.getEnumerator('navigator:browser')) {
        const menu = document.querySelector<Popup>('#contentAreaContextMenu');
        const items = [...(menu?.querySelectorAll<Item>('menuitem[id*="untag-for-bigin"]') ?? [])];
        labels.push(...items.map((each) => each.getAttribute('label') ?? ''));
        const item = items.find((each) => each.getAttribute('label') === wanted);
        if (!item) continue;
        item.doCommand();
        menu?.hidePopup();
        break;
      }
      return labels;
    }, label);
  }

  /** Closes the context menus of all windows. */
  #closeMenus(): Promise<void> {
    return this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as Chrome;
      for (const { document } of Services.wm.getEnumerator('navigator:browser')) {
        document.querySelector<Popup>('#contentAreaContextMenu')?.hidePopup();
      }
    });
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
