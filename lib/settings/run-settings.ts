import * as z from '@/lib/zod';
import { changeLimit } from '@/lib/bigin/endpoints/change-tags';
import { orElse, wholeNumber } from '@/lib/schemas';
import { VersionedItem } from '@/lib/versioned-item';

/** What can be stored of each setting, and its standard. */
export const runSettingLimits = {
  /** A removal of more records than this is confirmed. */
  confirmRecords: { standard: 1_000, least: 0, most: 1_000_000 },
  /** So is one that takes more than this share of the credits that are left, in percent. */
  confirmCreditShare: { standard: 20, least: 0, most: 100 },
  /** Days that a job's journal is kept. */
  keepDays: { standard: 30, least: 1, most: 3650 },
  /** Records in the first calls of a connection, and in any call. */
  batchStart: { standard: changeLimit, least: 1, most: changeLimit },
  batchCeiling: { standard: changeLimit, least: 1, most: changeLimit },
  /**
   * Calls at once, to begin with and at most. Source: CRM takes 5 in its smallest edition and up to 25, and 10 of the
   * dearer kinds of call.
   */
  concurrencyStart: { standard: 5, least: 1, most: 25 },
  concurrencyCeiling: { standard: 10, least: 1, most: 25 },
};

const setting = (name: keyof typeof runSettingLimits) => {
  const { standard, least, most } = runSettingLimits[name];
  return orElse(wholeNumber(least, most), standard);
};

/** Each setting falls back to its standard alone where what is stored is not one. */
const runSettingsSchema = z.object({
  confirmRecords: setting('confirmRecords'),
  confirmCreditShare: setting('confirmCreditShare'),
  keepDays: setting('keepDays'),
  batchStart: setting('batchStart'),
  batchCeiling: setting('batchCeiling'),
  concurrencyStart: setting('concurrencyStart'),
  concurrencyCeiling: setting('concurrencyCeiling'),
});

/** How jobs run and how long they are kept: for those who want to know. */
export type RunSettings = z.infer<typeof runSettingsSchema>;

export const standardRunSettings: RunSettings = z.parse(runSettingsSchema, {});

const item = new VersionedItem('runSettings');

export async function readRunSettings(): Promise<RunSettings> {
  return parsed(await item.getValue());
}

/** Calls back with the settings whenever they change; returns what ends that. */
export function onRunSettingsChanged(listener: (settings: RunSettings) => void): () => void {
  return item.watch((stored) => listener(parsed(stored)));
}

export async function saveRunSettings(settings: RunSettings): Promise<void> {
  await item.setValue(z.parse(runSettingsSchema, settings));
}

function parsed(stored: unknown): RunSettings {
  return z.safeParse(runSettingsSchema, stored).data ?? standardRunSettings;
}
