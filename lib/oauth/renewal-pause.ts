import * as z from '@/lib/zod';
import { StoredItem } from '@/lib/stored-item';
import { wholeNumber } from '@/lib/schemas';

const pauseSchema = z.object({ until: z.number(), refusals: wholeNumber() });

/** First and longest pause, in milliseconds: Zoho counts tokens over ten minutes. */
const firstPause = 60_000;
const longestPause = 600_000;

/**
 * How long no token is asked for after Zoho refused to give one too many (about ten in ten minutes): a minute,
 * doubled with each refusal. It outlives the worker, which would ask again otherwise.
 */
function item(connectionId: string) {
  return new StoredItem('session', `renewalPause:${connectionId}`);
}

export async function isRenewalPaused(connectionId: string): Promise<boolean> {
  const { data } = z.safeParse(pauseSchema, await item(connectionId).getValue());
  return data !== undefined && data.until > Date.now();
}

export async function pauseRenewal(connectionId: string): Promise<void> {
  const { data } = z.safeParse(pauseSchema, await item(connectionId).getValue());
  const refusals = (data?.refusals ?? 0) + 1;
  const until = Date.now() + Math.min(longestPause, firstPause * 2 ** (refusals - 1));
  await item(connectionId).setValue({ until, refusals });
}

export async function endRenewalPause(connectionId: string): Promise<void> {
  await item(connectionId).removeValue();
}
