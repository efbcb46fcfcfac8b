import type { Page } from '@playwright/test';

/** Puts anything into the journal as a job. */
export function putJob(page: Page, job: object): Promise<void> {
  return page.evaluate(
    (stored) =>
      new Promise<void>((resolve) => {
        indexedDB.open('untag').addEventListener('success', (event) => {
          const { result } = event.target as IDBOpenDBRequest;
          const put = result.transaction('jobs', 'readwrite').objectStore('jobs').put(stored);
          put.addEventListener('success', () => resolve());
        });
      }),
    job,
  );
}
