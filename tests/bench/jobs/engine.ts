import type { Page } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium';
import { biginUrl, zylker } from '../../e2e/support/bigin-list';
import { count } from '../../e2e/support/count';
import { Extension } from '../../e2e/support/extension';
import { launch, type LaunchedBrowser } from '../../e2e/support/launch';
import { pasteIds, removeTag } from '../../e2e/support/paste';
import { connectInOptions } from '../../e2e/support/prepare';
import { builtExtension } from '../bench-browser';
import type { Front } from './http2-front';
import { watchPopup, whatPopupShowed } from './popup-watch';
import { WorkerMemory, type MemoryLook } from './worker-memory';

/** What a removal showed besides its calls. */
export interface Shown {
  /** Changes of the popup's progress bar, a second. */
  updates: number;
  /** Of the worker, in megabytes. */
  memory: { most: number; last: number };
  /** When the user pressed for the last time, in milliseconds since 1970. */
  pressed: number;
}

/** Longest that a step of a removal may take, in milliseconds. */
const patience = 120_000;

/** The production build in Chromium, with a connection that has not made a job yet. */
export class Engine {
  readonly #browser: LaunchedBrowser;
  readonly #extension: Extension;
  readonly #tab: Page;

  private constructor(browser: LaunchedBrowser, extension: Extension, tab: Page) {
    this.#browser = browser;
    this.#extension = extension;
    this.#tab = tab;
  }

  static async start({ hostResolverRules }: Front): Promise<Engine> {
    const browser = await launch({
      executablePath: findChromium(),
      extension: builtExtension,
      hostResolverRules,
      headless: true,
    });
    browser.context.setDefaultTimeout(patience);
    const extension = new Extension(browser);
    const options = await connectInOptions(extension);
    await options.getByText('Connected Zylker Trading').waitFor();
    await options.close();
    return new Engine(browser, extension, await extension.openBigin(biginUrl(zylker, '/contacts')));
  }

  /** Pastes the ids, removes the tag by real clicks, and waits for the account. */
  async remove(ids: readonly string[], tag: string, look?: MemoryLook): Promise<Shown> {
    const popup = await this.#extension.openPopup(this.#tab);
    await popup.getByText('No record is selected').waitFor();
    const memory = await WorkerMemory.watch(this.#browser.context, this.#extension.id, look);
    await pasteIds(popup, ids);
    await watchPopup(popup);
    await removeTag(popup, tag, ids.length);
    const removed = `Removed 1 tag from ${count(ids.length, 'record')}`;
    await popup.getByRole('status').filter({ hasText: removed }).waitFor();
    const shown = { ...(await whatPopupShowed(popup)), memory: await memory.end() };
    await popup.getByRole('button', { name: 'Done' }).click();
    await popup.getByText('No record is selected').waitFor();
    await popup.close();
    return shown;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
