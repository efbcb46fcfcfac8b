import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium';
import { root } from '../../scripts/run-command';
import { launch, type LaunchedBrowser } from '../e2e/support/launch';
import { listPage, listUrl, type ListSize } from './list-page';

/** What stands in for the extension where the page is to be without it: one that does nothing on any page. */
export const idleExtension = join(root, 'tests/e2e/other-extension');
export const builtExtension = join(root, '.output/chrome-mv3');

interface Answer {
  res?: { parts: { ids: string[] }[] };
}

/** A browser whose pages are generated lists. */
export class BenchBrowser {
  readonly #browser: LaunchedBrowser;
  #html = '';

  private constructor(browser: LaunchedBrowser) {
    this.#browser = browser;
  }

  static async start(extension: string): Promise<BenchBrowser> {
    const browser = await launch({
      executablePath: findChromium(),
      extension,
      hostResolverRules: 'MAP * ~NOTFOUND',
      headless: true,
    });
    const bench = new BenchBrowser(browser);
    await browser.context.route('https://bigin.zoho.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: bench.#html }),
    );
    return bench;
  }

  /** A list in a tab in front, at rest. */
  async open(size: ListSize): Promise<Page> {
    this.#html = listPage(size);
    const page = await this.#browser.context.newPage();
    await page.goto(listUrl, { timeout: 120_000 });
    await page.bringToFront();
    await page.waitForTimeout(restAfterLoad);
    return page;
  }

  /** Asks the content script of the tab in front for a reading, as the popup does; how many records it read. */
  async askForReading(): Promise<number> {
    const worker = await this.#browser.worker();
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const message = { id: 1, type: 'readPage', data: { components: [] }, timestamp: 0 };
      const answer = await chrome.tabs.sendMessage<unknown, Answer>(tab?.id ?? 0, message);
      return answer.res?.parts[0]?.ids.length ?? 0;
    });
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** Milliseconds after which nothing that the load set off is still to come: the last of the watch's looks is at 4 s. */
const restAfterLoad = 5_000;
