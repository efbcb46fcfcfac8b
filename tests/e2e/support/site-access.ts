import type { Page } from '@playwright/test';
import type { Extension } from './extension';

/** What the browser's page of extensions calls itself to change what sites an extension may reach. */
interface DeveloperPrivate {
  updateExtensionConfiguration(update: { extensionId: string; hostAccess: string }): Promise<void>;
  addHostPermission(extensionId: string, host: string): Promise<void>;
}

/** The extension's site access, as the user changes it on the browser's page of extensions. */
export class SiteAccess {
  readonly #page: Page;
  readonly #id: string;

  private constructor(page: Page, id: string) {
    this.#page = page;
    this.#id = id;
  }

  static async of({ context, id }: Extension): Promise<SiteAccess> {
    const page = await context.newPage();
    await page.goto(`chrome://extensions/?id=${id}`);
    return new SiteAccess(page, id);
  }

  /** To be asked on each click, which is no site until then. */
  withdrawAll(): Promise<void> {
    return this.#update('ON_CLICK');
  }

  allowAll(): Promise<void> {
    return this.#update('ON_ALL_SITES');
  }

  async allow(host: string): Promise<void> {
    await this.#page.evaluate(
      async ([id, pattern]) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
        await developerPrivate.addHostPermission(id, pattern);
      },
      [this.#id, `https://${host}/*`] as const,
    );
  }

  async #update(hostAccess: string): Promise<void> {
    await this.#page.evaluate(
      async ([extensionId, access]) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
        await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access });
      },
      [this.#id, hostAccess] as const,
    );
  }
}
