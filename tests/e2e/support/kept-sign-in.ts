import type { Cookie, Page } from '@playwright/test';
import type { KeptSignIns, ServedFakeBigin } from '../../fake-bigin/index';
import type { Extension } from './extension';
import { everythingStored, type Stored } from './what-is-kept';

type KeptStorage = Pick<Stored, 'local' | 'session'>;

/**
 * What a real sign-in has left in the extension, in the browser and at Zoho, so that tests which are about something
 * else go on from there. It is read after a sign-in by hand of the same run: it cannot differ from what one leaves.
 */
export class KeptSignIn {
  readonly #extensionId: string;
  readonly #storage: KeptStorage;
  readonly #cookies: Cookie[];
  readonly #atZoho: KeptSignIns;

  private constructor(extensionId: string, storage: KeptStorage, cookies: Cookie[], atZoho: KeptSignIns) {
    this.#extensionId = extensionId;
    this.#storage = storage;
    this.#cookies = cookies;
    this.#atZoho = atZoho;
  }

  /** Keeps the sign-in that has just been made. */
  static async of(extension: Extension, options: Page, bigin: ServedFakeBigin): Promise<KeptSignIn> {
    const { database, sync, ...storage } = await everythingStored(options);
    const elsewhere = [...database.flat(), ...Object.keys(sync)];
    if (elsewhere.length > 0) throw new Error('A sign-in leaves more than is put back here');
    const cookies = await extension.context.cookies();
    return new KeptSignIn(extension.id, storage, cookies, bigin.keepSignIns());
  }

  /** Whether it was made by this extension: the redirect of another one differs. */
  isOf(extension: Extension): boolean {
    return extension.id === this.#extensionId;
  }

  /** Puts everything back where it was, in an extension that has nothing yet. */
  async restore(extension: Extension, bigin: ServedFakeBigin): Promise<void> {
    bigin.restoreSignIns(this.#atZoho);
    await extension.context.addCookies(this.#cookies);
    const worker = await extension.worker;
    await worker.evaluate(async ({ local, session }) => {
      await chrome.storage.session.set(session);
      await chrome.storage.local.set(local);
    }, this.#storage);
  }
}
