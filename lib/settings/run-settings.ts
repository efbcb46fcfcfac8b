import * as z from 'zod/mini';
import { storage } from 'wxt/utils/storage';
import { changeLimit } from '@/lib/bigin/endpoints/change-tags';

export const concurrencyCeiling = 25;

const setting = (standard: number, least: number, most: number) =>
  z.catch(z._default(z.int().check(z.gte(least), z.lte(most)), standard), standard);

/** Each setting falls back to its standard alone where what is stored is not one. */
const runSettingsSchema = z.object({
  /** Records in the first calls of a connection, and in any call. */
  batchStart: setting(changeLimit, 1, changeLimit),
  batchCeiling: setting(changeLimit, 1, changeLimit),
  /** Calls at once, to begin with and at most. */
  concurrencyStart: setting(5, 1, concurrencyCeiling),
  concurrencyCeiling: setting(10, 1, concurrencyCeiling),
  /** A removal of more records than this is confirmed. */
  confirmRecords: setting(1_000, 0, 1_000_000),
  /** So is one that takes more than this share of the day's credits, in percent. */
  confirmCreditShare: setting(20, 0, 100),
  /** Days that a job's journal is kept. */
  keepDays: setting(30, 1, 3650),
});

/** How jobs run and how long they are kept: for those who want to know. */
export type RunSettings = z.infer<typeof runSettingsSchema>;

export const standardRunSettings: RunSettings = z.parse(runSettingsSchema, {});

const item = storage.defineItem<unknown>('local:runSettings');

export async function readRunSettings(): Promise<RunSettings> {
  const stored = await item.getValue();
  return z.safeParse(runSettingsSchema, stored).data ?? standardRunSettings;
}

/** Calls back with the settings whenever they change; returns what ends that. */
export function onRunSettingsChanged(listener: (settings: RunSettings) => void): () => void {
  return item.watch((stored) => listener(z.safeParse(runSettingsSchema, stored).data ?? standardRunSettings));
}

export async function saveRunSettings(settings: RunSettings): Promise<void> {
  await item.setValue(z.parse(runSettingsSchema, settings));
}
