import { isUnfinished } from '@/lib/jobs/job';
import { costOf, needsConfirmation } from '@/lib/jobs/plan/cost';
import { lastRemoved } from '@/lib/jobs/used-tags';
import { connectionId } from '@/lib/oauth/connection';
import { freshFor } from '@/lib/preview/fresh-for';
import { countRecords, lookAlikes, type PreviewSummary } from '@/lib/preview/preview';
import { selectionKey } from '@/lib/preview/selection-key';
import { certainSelection } from '@/lib/selection/certain-selection';
import type { Selection } from '@/lib/selection/selection';
import { readRunSettings } from '@/lib/settings/run-settings';
import type { LookUp } from './look-up';
import { canNotify } from './notifications';
import { openPopup } from './open-popup';
import { startRemoval, type Removals } from './removals';
import { readSelections } from './selections-of-tab';
import { tabInView } from './tab-in-view';

/** What is asked for with one press. */
export interface QuickOrder {
  tabId: number;
  /** The record under the pointer, in place of the page's selection. */
  link?: string | undefined;
  /** Without any: those of the latest removal in the organization and module. */
  tagNames?: readonly string[];
}

/**
 * Removes tags with one press, where it is plain what will happen, as if it had been chosen in the popup. Wherever
 * the popup would have something to say first, it opens instead, with the tags chosen. It also opens to show what
 * becomes of the removal, unless a notification will.
 */
export class QuickRemoval {
  readonly #removals: Promise<Removals>;
  readonly #lookUp: LookUp;
  readonly #starting = new Set<string>();

  constructor(removals: Promise<Removals>, lookUp: LookUp) {
    this.#removals = removals;
    this.#lookUp = lookUp;
  }

  async remove(order: QuickOrder): Promise<void> {
    const { tabId, link } = order;
    const press = JSON.stringify([tabId, link, order.tagNames]);
    // A second press while the first is being acted on is the same wish.
    if (this.#starting.has(press)) return;
    this.#starting.add(press);
    try {
      const { isStarted, tagNames } = await this.#start(order);
      if (isStarted && (await canNotify())) return;
      const isInView = (await tabInView())?.id === tabId;
      await openPopup(tabId, { link, tagNames: isStarted ? [] : tagNames }, isInView);
    } finally {
      this.#starting.delete(press);
    }
  }

  async #start(order: QuickOrder): Promise<{ isStarted: boolean; tagNames: readonly string[] }> {
    let tagNames = order.tagNames ?? [];
    try {
      const selection = certainSelection(await readSelections(order.tabId, order.link, this.#lookUp));
      if (!selection) return { isStarted: false, tagNames };
      const { journal } = await this.#removals;
      const place = { connectionId: connectionOf(selection), modules: [selection.module] };
      tagNames = order.tagNames ?? lastRemoved(await journal.readJobs(), place);
      return { isStarted: await this.#startOn(selection, tagNames, order.tabId), tagNames };
    } catch {
      // The popup comes upon the same problem, and tells it.
      return { isStarted: false, tagNames };
    }
  }

  /** Whether the removal was started. */
  async #startOn(selection: Selection, tagNames: readonly string[], tabId: number): Promise<boolean> {
    const { previewer, journal } = await this.#removals;
    const { confirmRecords } = await readRunSettings();
    if (tagNames.length === 0 || selection.ids.length > confirmRecords) return false;
    // One that is under way for the same records is shown, not asked for twice.
    const current = await journal.jobOfTab(tabId);
    const isUnderWay = current && isUnfinished(current);
    if (isUnderWay && current.selectionKey === (await selectionKey(selection))) return false;

    const { id } = await previewer.read(connectionOf(selection), selection, true);
    const { summary, problem } = await previewer.whenRead(id);
    if (!summary || problem || !(await isPlain(selection, summary, tagNames))) return false;
    await startRemoval(await this.#removals, { previewId: id, tagNames, tabId, inPassing: true });
    return true;
  }
}

/** Whether nothing is to be said or asked before the tags are removed. */
async function isPlain(
  { module }: Selection,
  summary: PreviewSummary,
  tagNames: readonly string[],
): Promise<boolean> {
  const records = countRecords(summary, new Set(tagNames));
  if (records === 0 || summary.missingCount > 0) return false;
  const alike = lookAlikes(summary.tags);
  if (tagNames.some((name) => alike.has(name))) return false;
  const settings = await readRunSettings();
  const { readAt, reader, batchSize, creditsLeft } = summary;
  const cost = costOf({
    module,
    records,
    tagNames,
    batchCeiling: settings.batchCeiling,
    isStale: Date.now() - readAt > freshFor,
    ...(reader && { reader }),
    ...(batchSize && { batchSize }),
  });
  return !needsConfirmation(records, cost, settings, creditsLeft);
}

function connectionOf({ dataCenter, org }: Selection): string {
  return connectionId(dataCenter, org);
}
