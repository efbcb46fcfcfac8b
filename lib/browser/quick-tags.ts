import { parsePageUrl } from '@/lib/bigin/page-url';
import type { Journal } from '@/lib/jobs/journal/journal';
import { followJobs } from '@/lib/jobs/journal/follow-jobs';
import { Turns } from '@/lib/jobs/run/turns';
import { usedTags } from '@/lib/jobs/used-tags';
import { connectionId } from '@/lib/oauth/connection';
import { onLanguageChanged } from '@/lib/i18n/translate';
import { buildContextMenu, type QuickTags } from './context-menu';
import { onTabInView, tabInView } from './tab-in-view';

/** How many of the tags that were last removed are offered. */
const most = 5;

/**
 * Keeps the context menu's quick items those of the tab in view: the tags that were last removed in its organization
 * and module. It is made anew with the worker, when another page comes into view, when the journal changes, and
 * in another language.
 */
export function keepContextMenu(journal: Promise<Journal>): void {
  const turns = new Turns();
  let shown: string | undefined;
  const update = () =>
    turns.take('menu', async () => {
      const quick = await quickTagsInView(await journal);
      const wanted = JSON.stringify(quick ?? null);
      if (wanted === shown) return;
      shown = undefined;
      await buildContextMenu(quick);
      shown = wanted;
    });
  onTabInView(update);
  followJobs(update);
  onLanguageChanged(() => {
    shown = undefined;
    void update();
  });
  void update();
}

async function quickTagsInView(journal: Journal): Promise<QuickTags | undefined> {
  const page = parsePageUrl((await tabInView())?.url ?? '');
  if (!page) return undefined;
  const place = { connectionId: connectionId(page.dataCenter, page.org), modules: page.modules };
  const tagNames = usedTags(await journal.readJobs(), place, most);
  return { page: { dataCenter: page.dataCenter, org: page.org }, tagNames };
}
