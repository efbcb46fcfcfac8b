import type { Journal } from '@/lib/jobs/journal/journal';
import { readRunSettings } from '@/lib/settings/run-settings';

const day = 86_400_000;

/** Deletes jobs that ended longer ago than the user keeps them. */
export async function pruneJournal(journal: Journal): Promise<void> {
  await journal.prune(await keptSince());
}

/** What ended before is kept no longer; in milliseconds since 1970. */
export async function keptSince(): Promise<number> {
  const { keepDays } = await readRunSettings();
  return Date.now() - keepDays * day;
}
