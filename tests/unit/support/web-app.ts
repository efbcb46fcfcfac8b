import { drawPage, type DrawnPage } from '../../fake-bigin/web-app/drawn-page';
import { readPage } from '@/lib/selection/read-page';
import type { PageReading } from '@/lib/selection/page-reading';
import type { FakeBigin } from '../../fake-bigin/index';

/** A page of the fake's web app, as the product reads it. */
export class WebAppPage {
  readonly #page: DrawnPage;

  constructor(page: DrawnPage) {
    this.#page = page;
  }

  get document(): Document {
    return this.#page.document;
  }

  get url(): string {
    return this.document.location.href;
  }

  read(): PageReading {
    return readPage(this.document, this.url);
  }

  count(selector: string): number {
    return this.#page.all(selector).length;
  }

  click(selector: string, index = 0): void {
    this.#page.click(selector, index);
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
  return new WebAppPage(await drawPage(fake, path, shown));
}
