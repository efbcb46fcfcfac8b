import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import type { Job } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import { followJobs } from '@/lib/jobs/journal/follow-jobs';
import { Turns } from '@/lib/turns';
import { usedTags } from '@/lib/jobs/used-tags';
import { connectionId } from '@/lib/oauth/connection';
import { onLanguageChanged } from '@/lib/i18n/translate';
import { buildContextMenu, type QuickItems, type QuickTags } from './context-menu';
import { askPointedLink, onLinkPointed } from './pointed-link';
import { onTabInView, tabInView } from './tab-in-view';

/** How many of the tags that were last removed are offered. */
const most = 5;

/**
 * Keeps the context menu's quick items those of the tab in view: the tags that were last removed in its organization
 * and module, and on links those of the module that the link leads to. It is made anew with the worker, when another
 * page comes into view, when the user comes to a link of another kind, when the journal changes, and in another language.
 *
 * Items are told apart by patterns, which do not see what stands behind the `#`, where a link of Bigin's names its
 * module; and Chromium tells nobody that a menu is about to open. So the page's content script tells which link the
 * pointer or the focus came to, a moment before the menu opens on it. Where the menu is quicker, it still has the tags
 * of the link before, and one that the record does not carry opens the popup for that record. Other pages have no
 * content script of ours: links in them have no quick items.
 */
export function keepContextMenu(journal: Promise<Journal>): void {
  const turns = new Turns();
  let shown: string | undefined;
  const update = () =>
    turns.take('menu', async () => {
      const quick = await quickItemsInView(await journal);
      const wanted = JSON.stringify(quick ?? null);
      if (wanted === shown) return;
      shown = undefined;
      await buildContextMenu(quick);
      shown = wanted;
    });
  onTabInView(update);
  onLinkPointed(update);
  followJobs(update);
  onLanguageChanged(() => {
    shown = undefined;
    void update();
  });
  void update();
}

async function quickItemsInView(journal: Journal): Promise<QuickItems | undefined> {
  const tab = await tabInView();
  const page = parsePageUrl(tab?.url ?? '');
  if (!page || tab?.id === undefined) return undefined;
  const link = await askPointedLink(tab.id);
  const jobs = await journal.readJobs();
  const leadsElsewhere = link && !link.recordId;
  return {
    onPage: quickTags(jobs, page),
    onLinks: quickTags(jobs, leadsElsewhere ? { ...link, modules: [] } : (link ?? page)),
  };
}

function quickTags(jobs: readonly Job[], { dataCenter, org, modules }: BiginPage): QuickTags {
  const place = { connectionId: connectionId(dataCenter, org), modules };
  return { page: { dataCenter, org }, tagNames: usedTags(jobs, place, most) };
}
