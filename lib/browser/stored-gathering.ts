import * as z from '@/lib/zod';
import { gatherRequestSchema, type GatherRequest } from '@/lib/gather/gather-request';
import { StoredItem } from '@/lib/stored-item';

/** What is being read for each tab, so that a worker that was stopped in the middle begins it again. */
const itemOf = (tabId: number) => new StoredItem('session', `gathering-${tabId}`);

export async function storedGathering(tabId: number): Promise<GatherRequest | undefined> {
  return z.safeParse(gatherRequestSchema, await itemOf(tabId).getValue()).data;
}

export async function storeGathering(tabId: number, request: GatherRequest): Promise<void> {
  await itemOf(tabId).setValue(request);
}

export async function forgetGathering(tabId: number): Promise<void> {
  await itemOf(tabId).removeValue();
}
