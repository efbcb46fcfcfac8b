import { explain } from '@/lib/bigin/errors/explain';
import { systemClock } from '@/lib/calls/clock';
import type { Gathering, GatherRequest } from '@/lib/gather/gather-request';
import { gatheredSelections } from '@/lib/gather/gathered-selections';
import { Gatherer } from '@/lib/gather/gatherer';
import { connectionId } from '@/lib/oauth/connection';
import { savePreviews } from '@/lib/preview/save-previews';
import { isMendedByAccess } from '@/lib/problem';
import { saveGiven } from './given-selections';
import { keepAlive } from './keep-alive';
import type { LookUp } from './look-up';
import { onTabClosed } from './on-tab-closed';
import { requireTabOf } from './require-tab-of';
import { forgetGathering, storedGathering, storeGathering } from './stored-gathering';

/** Reads records for tabs; what it has found is the tab's selection, with its preview. */
export function createGatherer({ callsOf, previews }: LookUp): Gatherer {
  const gatherer: Gatherer = new Gatherer({
    callsOf,
    clock: systemClock,
    onBegin: (tabId) => {
      const ends = [keepAlive(), onTabClosed(tabId, () => void cancelGathering(gatherer, tabId))];
      return () => ends.forEach((end) => end());
    },
    onFailed: (tabId) => void forgetGathering(tabId),
    again: (tabId, request) => goOnGathering(gatherer, tabId, request),
    async onGathered(tabId, request, { records }, { readAt, isCurrent }) {
      const selections = gatheredSelections(request, records);
      const tags = new Map(records.map((record) => [record.id, record.tags]));
      const id = connectionId(request.dataCenter, request.org);
      await savePreviews(await previews, id, selections.byModule, tags, readAt);
      if (!isCurrent()) return;
      await saveGiven(tabId, selections);
      await forgetGathering(tabId);
    },
  });
  return gatherer;
}

export async function startGathering(
  gatherer: Gatherer,
  tabId: number,
  request: GatherRequest,
): Promise<void> {
  await storeGathering(tabId, request);
  gatherer.start(tabId, request);
}

/** How the tab's reading stands; one that was cut off with its worker is begun again. */
export async function readGathering(gatherer: Gatherer, tabId: number): Promise<Gathering | undefined> {
  const cutOff = gatherer.state(tabId) ? undefined : await storedGathering(tabId);
  if (cutOff) await goOnGathering(gatherer, tabId, cutOff);
  return gatherer.state(tabId);
}

export async function cancelGathering(gatherer: Gatherer, tabId: number): Promise<void> {
  gatherer.cancel(tabId);
  await forgetGathering(tabId);
}

/** Begins a reading again, unless its tab has left the organization: one that is kept from us may still show it. */
async function goOnGathering(gatherer: Gatherer, tabId: number, request: GatherRequest): Promise<void> {
  try {
    await requireTabOf(tabId, request);
  } catch (error) {
    if (!isMendedByAccess(explain(error))) return cancelGathering(gatherer, tabId);
  }
  return startGathering(gatherer, tabId, request);
}
