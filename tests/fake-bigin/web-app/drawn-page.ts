import { JSDOM } from 'jsdom';
import type { FakeBigin } from '../index';
import { eventually } from '../../unit/support/eventually';

/** The organization whose pages are drawn. */
export const zgid = '942010964';

/** Height of a list in pixels: it draws the rows that fit, and a few more. */
const listHeight = 600;

/** A page of the web app, drawn by its own client as a browser would draw it. */
export class DrawnPage {
  readonly document: Document;
  readonly #dom: JSDOM;

  constructor(dom: JSDOM) {
    this.#dom = dom;
    this.document = dom.window.document;
  }

  /** The hash; it stands behind the path of the app's own page. */
  get hash(): string {
    return this.#dom.window.location.hash;
  }

  get html(): string {
    return this.document.documentElement.outerHTML;
  }

  all(selector: string): HTMLElement[] {
    return [...this.document.querySelectorAll<HTMLElement>(selector)];
  }

  one(selector: string, index = 0): HTMLElement {
    const element = this.all(selector)[index];
    if (!element) throw new Error(`no element ${index} of ${selector}`);
    return element;
  }

  text(selector: string): string {
    return this.one(selector).textContent ?? '';
  }

  click(selector: string, index = 0): void {
    this.one(selector, index).click();
  }

  choose(selector: string, option: number): void {
    const picker = this.one(selector) as HTMLSelectElement;
    picker.selectedIndex = option;
    picker.dispatchEvent(new this.#dom.window.Event('change'));
  }

  scroll(selector: string): void {
    this.one(selector).dispatchEvent(new this.#dom.window.Event('scroll'));
  }

  back(): void {
    this.#dom.window.history.back();
  }

  /** Does something that loads data, and waits until the text of `selector` is another one. */
  async until(selector: string, act: () => void): Promise<void> {
    const before = this.all(selector).map(({ textContent }) => textContent);
    act();
    await eventually(() => {
      const now = this.all(selector).map(({ textContent }) => textContent);
      if (now.length === 0 || now.join() === before.join()) throw new Error(`${selector} is as it was`);
    });
  }
}

/** Opens `#/contacts`, `?view=off#/contacts` and the like; resolves once an element of `shown` is there. */
export async function drawPage(fake: FakeBigin, path: string, shown: string): Promise<DrawnPage> {
  const url = new URL(path, `https://bigin.zoho.com/bigin/org${zgid}/Home`).href;
  const get = (input: string) => fake.fetch(new Request(new URL(input, url)));
  const dom = new JSDOM(await (await get(url)).text(), { url, runScripts: 'outside-only' });
  const { window } = dom;
  Object.assign(window, { fetch: get, ResizeObserver: NoResizing });
  Object.defineProperty(window.Element.prototype, 'clientHeight', { get: () => listHeight });
  const script = await (await get('/bigin/_static/app.js')).text();
  window.eval(`{${script}}`);
  const page = new DrawnPage(dom);
  await eventually(() => page.one(shown));
  return page;
}

class NoResizing {
  observe(): void {}
}
