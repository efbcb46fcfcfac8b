import type { Extension } from './extension';

/** Has all jobs in the journal be as if they had ended so many milliseconds earlier. */
export async function ageJobs(extension: Extension, ms: number): Promise<void> {
  const worker = await extension.worker;
  await worker.evaluate(async (age) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('untag');
      request.addEventListener('success', () => resolve(request.result));
    });
    await new Promise<void>((resolve) => {
      const transaction = database.transaction('jobs', 'readwrite');
      const jobs = transaction.objectStore('jobs');
      const all = jobs.getAll();
      all.addEventListener('success', () => {
        for (const job of all.result as { endedAt: number }[])
          jobs.put({ ...job, endedAt: job.endedAt - age });
      });
      transaction.addEventListener('complete', () => resolve());
    });
    database.close();
  }, ms);
}
