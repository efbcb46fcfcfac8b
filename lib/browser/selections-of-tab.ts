import { explain } from '@/lib/bigin/errors/explain';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { RecordId } from '@/lib/bigin/record-id';
import { systemClock } from '@/lib/calls/clock';
import { placeSelections } from '@/lib/gather/place-selections';
import type { Job } from '@/lib/jobs/job';
import { connectionId } from '@/lib/oauth/connection';
import { findConnection } from '@/lib/oauth/connection-store';
import { patiently } from '@/lib/preview/patiently';
import { savePreviews } from '@/lib/preview/save-previews';
import { selectionKey } from '@/lib/preview/selection-key';
import { selectionsOf, selectionsOfLink } from '@/lib/selection/build-selections';
import type { Selections } from '@/lib/selection/selection';
import { askPage } from './ask-page';
import { forgetGiven, readGiven, saveGiven } from './given-selections';
import type { LookUp } from './look-up';
import { requireTabOf } from './require-tab-of';

/** What a link names, else what the user gave for the tab, else what its page says is selected: placed. */
export async function readSelections(
  tabId: number,
  link: string | undefined,
  lookUp: LookUp,
): Promise<Selections> {
  if (link !== undefined) return placeWhereConnected(selectionsOfLink(link), lookUp);
  const given = await readGiven(tabId);
  if (given) return placeGiven(tabId, given, lookUp);
  return placeWhereConnected(selectionsOf(await askPage(tabId)), lookUp);
}

/** Takes the place of the page's selection. What cannot be acted on is refused, and what was there before stays. */
export async function giveSelections(tabId: number, selections: Selections, lookUp: LookUp): Promise<void> {
  await requireTabOf(tabId, selections);
  const placed = await placeWhereConnected(selections, lookUp);
  await saveGiven(tabId, placed.unplaced.length === 0 ? placed : selections);
}

/** Who is done with all that was given goes back to the page. */
export async function leaveGiven({ tabId, selectionKey: key }: Job): Promise<void> {
  const { byModule = [], unplaced = [] } = (await readGiven(tabId)) ?? {};
  const [only, ...others] = byModule;
  if (!only || others.length > 0 || unplaced.length > 0) return;
  if ((await selectionKey(only)) === key) await forgetGiven(tabId);
}

/** What was given, placed; kept so where nothing of it is open any more, and forgotten where there is none. */
async function placeGiven(tabId: number, given: Selections, lookUp: LookUp): Promise<Selections> {
  try {
    const placed = await placeWhereConnected(given, lookUp);
    if (placed !== given && placed.unplaced.length === 0) await saveGiven(tabId, placed);
    return placed;
  } catch (error) {
    if (explain(error).code === 'noneFound') await forgetGiven(tabId);
    throw error;
  }
}

/** With the modules that only the API can tell, where it may be asked. */
async function placeWhereConnected(
  selections: Selections,
  { callsOf, previews }: LookUp,
): Promise<Selections> {
  if (selections.unplaced.length === 0) return selections;
  const { dataCenter, org } = selections;
  const id = connectionId(dataCenter, org);
  const connection = await findConnection(id);
  if (!connection || connection.signInNeeded) return selections;
  const calls = await callsOf(selections);
  const tags = new Map<RecordId, Tag[]>();
  const readAt = systemClock.now();
  const placed = await placeSelections(calls.client, selections, {
    ...patiently(calls, systemClock),
    onFound: (records) => records.forEach((record) => tags.set(record.id, record.tags)),
  });
  await savePreviews(await previews, id, placed.byModule, tags, readAt);
  return placed;
}
