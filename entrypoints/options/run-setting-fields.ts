import { changeLimit } from '@/lib/bigin/endpoints/change-tags';
import type { MessageKey } from '@/lib/i18n/translate';
import { concurrencyCeiling, type RunSettings } from '@/lib/settings/run-settings';

interface RunSettingField {
  name: keyof RunSettings;
  label: MessageKey;
  hint: MessageKey;
  least: number;
  most: number;
}

/** The settings of removals, in the order in which they are shown, with what can be stored of each. */
export const runSettingFields: readonly RunSettingField[] = [
  {
    name: 'confirmRecords',
    label: 'settings.confirmRecords',
    hint: 'settings.confirmRecordsHint',
    least: 0,
    most: 1_000_000,
  },
  {
    name: 'confirmCreditShare',
    label: 'settings.confirmCreditShare',
    hint: 'settings.confirmCreditShareHint',
    least: 0,
    most: 100,
  },
  { name: 'keepDays', label: 'settings.keepDays', hint: 'settings.keepDaysHint', least: 1, most: 3650 },
  {
    name: 'batchStart',
    label: 'settings.batchStart',
    hint: 'settings.batchStartHint',
    least: 1,
    most: changeLimit,
  },
  {
    name: 'batchCeiling',
    label: 'settings.batchCeiling',
    hint: 'settings.batchCeilingHint',
    least: 1,
    most: changeLimit,
  },
  {
    name: 'concurrencyStart',
    label: 'settings.concurrencyStart',
    hint: 'settings.concurrencyStartHint',
    least: 1,
    most: concurrencyCeiling,
  },
  {
    name: 'concurrencyCeiling',
    label: 'settings.concurrencyCeiling',
    hint: 'settings.concurrencyCeilingHint',
    least: 1,
    most: concurrencyCeiling,
  },
];
