import type { Page } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium';
import { biginUrl, tick, zylker } from '../../e2e/support/bigin-list';
import { Extension } from '../../e2e/support/extension';
import { connectInOptions } from '../../e2e/support/prepare';
import { launch, type LaunchedBrowser } from '../../e2e/support/launch';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { builtExtension } from '../bench-browser';

/** The production build in Chromium, connected, with three contacts ticked in a list. */
export class PopupBrowser {
  readonly extension: Extension;
  readonly list: Page;
  readonly #browser: LaunchedBrowser;

  private constructor(browser: LaunchedBrowser, extension: Extension, list: Page) {
    this.#browser = browser;
    this.extension = extension;
    this.list = list;
  }

  static async start({ hostResolverRules }: ServedFakeBigin): Promise<PopupBrowser> {
    const browser = await launch({
      executablePath: findChromium(),
      extension: builtExtension,
      hostResolverRules,
      headless: true,
    });
    const extension = new Extension(browser);
    const options = await connectInOptions(extension);
    await options.getByText('Connected Zylker Trading').waitFor();
    await options.close();
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await tick(list, [0, 1, 2]);
    await extension.tabId(list);
    return new PopupBrowser(browser, extension, list);
  }

  /** Forgets the tags that were read. */
  async forgetPreviews(): Promise<void> {
    const worker = await this.#browser.worker();
    await worker.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('untag');
          opening.addEventListener('error', () => reject(new Error('The database cannot be opened')));
          opening.addEventListener('success', () => {
            const transaction = opening.result.transaction('previews', 'readwrite');
            transaction.objectStore('previews').clear();
            transaction.addEventListener('complete', () => {
              opening.result.close();
              resolve();
            });
          });
        }),
    );
  }

  /** Jobs of 100 records a call, one call at a time. */
  async slowDown(): Promise<void> {
    const worker = await this.#browser.worker();
    const runSettings = { batchStart: 100, batchCeiling: 100, concurrencyStart: 1, concurrencyCeiling: 1 };
    await worker.evaluate((stored) => chrome.storage.local.set({ runSettings: stored }), runSettings);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
