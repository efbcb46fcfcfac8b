import type { Page } from '@playwright/test';

export interface Stored {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  sync: Record<string, unknown>;
  database: unknown[];
}

/** All that the extension keeps, as one of its own pages reads it. */
export function everythingStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const database: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('The database cannot be opened')));
      });
      for (const store of opened.objectStoreNames) {
        database.push(
          await new Promise((resolve) => {
            const request = opened.transaction(store).objectStore(store).getAll();
            request.addEventListener('success', () => resolve(request.result));
          }),
        );
      }
      opened.close();
    }
    return {
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      sync: (await chrome.storage.sync?.get(null)) ?? {},
      database,
    };
  });
}

/** Listens in on what a page of ours sends to the worker and gets back; the function answers all of it. */
export async function recordMessages(page: Page): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const send: (message: unknown) => Promise<unknown> = chrome.runtime.sendMessage;
    Object.assign(globalThis, { heard });
    Object.assign(chrome.runtime, {
      async sendMessage(message: unknown) {
        const answer = await send.call(chrome.runtime, message);
        heard.push(message, answer);
        return answer;
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}
