import { JSDOM } from 'jsdom';
import { vi } from 'vitest';
import { readPage } from '@/lib/selection/read-page';
import type { PageReading } from '@/lib/selection/page-reading';
import type { FakeBigin } from '../../fake-bigin/index';
import { zylker } from './fake';

/** Height of a list in pixels: it draws the rows that fit, and a few more. */
const listHeight = 600;

/** A page of the fake's web app, drawn by its own client as a browser would draw it. */
export class WebAppPage {
  readonly document: Document;
  readonly #dom: JSDOM;

  constructor(dom: JSDOM) {
    this.#dom = dom;
    this.document = dom.window.document;
  }

  get url(): string {
    return this.#dom.window.location.href;
  }

  read(): PageReading {
    return readPage(this.document, this.url);
  }

  count(selector: string): number {
    return this.document.querySelectorAll(selector).length;
  }

  click(selector: string, index = 0): void {
    const element = this.document.querySelectorAll<HTMLElement>(selector)[index];
    if (!element) throw new Error(`no element ${index} of ${selector}`);
    element.click();
  }

  /** Ticks rows of a crux list. */
  tick(...ids: string[]): void {
    for (const id of ids) this.click(`lyte-checkbox[id="selectEntity_${id}"] > *`);
  }
}

/**
 * Opens a page: `#/contacts`, `?boxes=input#/contacts`, `/crm/org…/tab/Contacts/…`. Resolves once an element
 * of `shown` is there.
 */
export async function openWebApp(fake: FakeBigin, path: string, shown: string): Promise<WebAppPage> {
  const url = new URL(path, `https://bigin.zoho.com/bigin/org${zylker}/Home`).href;
  const get = (input: string) => fake.fetch(new Request(new URL(input, url)));
  const dom = new JSDOM(await (await get(url)).text(), { url, runScripts: 'outside-only' });
  const { window } = dom;
  Object.assign(window, { fetch: get, ResizeObserver: NoResizing });
  Object.defineProperty(window.Element.prototype, 'clientHeight', { get: () => listHeight });
  const script = await (await get('/bigin/_static/app.js')).text();
  window.eval(`{${script}}`);
  const page = new WebAppPage(dom);
  await vi.waitFor(() => {
    if (page.count(shown) === 0) throw new Error(`no ${shown} on ${path}`);
  });
  return page;
}

class NoResizing {
  observe(): void {}
}
