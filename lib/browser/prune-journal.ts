import type { Journal } from '@/lib/jobs/journal/journal';
import { readRunSettings } from '@/lib/settings/run-settings';

const day = 86_400_000;

/** Deletes jobs that ended longer ago than the user keeps them. */
export async function pruneJournal(journal: Journal): Promise<void> {
  const { keepDays } = await readRunSettings();
  await journal.prune(Date.now() - keepDays * day);
}
