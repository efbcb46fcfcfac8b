import { mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

/** Numbered screenshots in a folder that is emptied first. */
export class Screenshots {
  readonly folder: string;
  #count = 0;

  constructor(folder: string) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** The page as it stands; the file's path. The popup's page is cut to its content, as a popup is. */
  async take(page: Page, name: string): Promise<string> {
    const path = this.#path(name);
    const frame = page.url().includes('/popup.html') ? page.locator('body') : page;
    await frame.screenshot({ path });
    return path;
  }

  /** The popup where the browser shows it: over the page's upper right corner. */
  async compose(context: BrowserContext, pageShot: string, popupShot: string, name: string): Promise<string> {
    const source = async (path: string) =>
      `data:image/png;base64,${(await readFile(path)).toString('base64')}`;
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.setContent(
      `<style>body{margin:0}.popup{position:absolute;top:8px;right:16px;border-radius:10px;box-shadow:0 0 0 1px #0002,0 10px 30px #0004}</style>
       <img src="${await source(pageShot)}"><img class="popup" src="${await source(popupShot)}">`,
    );
    const path = this.#path(name);
    await page.screenshot({ path });
    await page.close();
    return path;
  }

  #path(name: string): string {
    this.#count++;
    return join(this.folder, `${String(this.#count).padStart(2, '0')}-${name}.png`);
  }
}
