import { onJobChanged } from './journal-channel';

/** How often what a running job writes is read at most, in milliseconds: as often as eyes can follow. */
const pulse = 200;

/**
 * Calls back with the ids of the jobs that changed: at once, and then in pulses. A reading that takes longer than
 * the pulse is waited for: begun anew each time, it would never end. Returns what ends that.
 */
export function followJobs(read: (jobIds: ReadonlySet<string>) => Promise<unknown>): () => void {
  let changed = new Set<string>();
  let isReading = false;
  const readAll = async () => {
    isReading = true;
    while (changed.size > 0) {
      const jobIds = changed;
      changed = new Set();
      const pause = new Promise((resolve) => void setTimeout(resolve, pulse));
      await Promise.allSettled([read(jobIds), pause]);
    }
    isReading = false;
  };
  return onJobChanged((jobId) => {
    changed.add(jobId);
    if (!isReading) void readAll();
  });
}
