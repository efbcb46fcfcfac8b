import { translate } from '@/lib/i18n/translate';
import type { JobProgress } from '@/lib/jobs/account/account';
import { isUnfinished } from '@/lib/jobs/job';
import { isNews, needsUser } from '@/lib/jobs/news';
import { isMendedByAccess } from '@/lib/problem';

/** What the toolbar button shows on a tab. */
export interface Badge {
  /** At most four characters; none where there is nothing to show. */
  text: string;
  tone: 'plain' | 'problem';
  /** The same in words: the button's name. */
  title: string;
}

/** A job of the tab, with how many of its records failed. */
export type BadgeJob = JobProgress & { failed: number };

/**
 * What a tab's job has to show: that it needs the user, until they have seen it; else how far it is. `undefined` where
 * it has nothing to show, and the number of selected records stands.
 */
export function badgeOfJob({ job, total, settled, failed, open }: BadgeJob): Badge | undefined {
  if (job.dismissed || job.undoneBy !== undefined) return undefined;
  const problem = problemTitle();
  if (problem) return isNews(job) ? { text: '!', tone: 'problem', title: problem } : undefined;
  if (!isUnfinished(job)) return undefined;
  const percent = total === 0 ? 0 : Math.floor((100 * settled) / total);
  return { text: `${percent}%`, tone: 'plain', title: translate('badge.progress', { settled, total }) };

  function problemTitle(): string | undefined {
    if (job.state === 'stopped') return translate('badge.stopped');
    if (needsUser(job)) {
      return translate(job.problem && isMendedByAccess(job.problem) ? 'badge.access' : 'badge.signIn');
    }
    const count = failed + open;
    return job.state === 'finished' && count > 0 ? translate('badge.failed', { count }) : undefined;
  }
}

/** How many records are selected. */
export function badgeOfCount(count: number): Badge {
  const title = count === 0 ? translate('app.name') : translate('badge.selected', { count });
  return { text: countText(count), tone: 'plain', title };
}

/** `37`, `1234`, `12k`, and nothing for 0. */
function countText(count: number): string {
  if (count === 0) return '';
  return count < 10_000 ? String(count) : `${Math.floor(count / 1_000)}k`;
}
