import type { MessageKey } from '@/lib/i18n/translate';
import type { RunSettings } from '@/lib/settings/run-settings';

interface RunSettingField {
  name: keyof RunSettings;
  label: MessageKey;
  hint: MessageKey;
}

/** The settings of removals, in the order in which they are shown. */
export const removalFields: readonly RunSettingField[] = [
  { name: 'confirmRecords', label: 'settings.confirmRecords', hint: 'settings.confirmRecordsHint' },
  {
    name: 'confirmCreditShare',
    label: 'settings.confirmCreditShare',
    hint: 'settings.confirmCreditShareHint',
  },
  { name: 'keepDays', label: 'settings.keepDays', hint: 'settings.keepDaysHint' },
];

/** Those that nobody needs to know of. */
export const paceFields: readonly RunSettingField[] = [
  { name: 'batchStart', label: 'settings.batchStart', hint: 'settings.batchStartHint' },
  { name: 'batchCeiling', label: 'settings.batchCeiling', hint: 'settings.batchCeilingHint' },
  { name: 'concurrencyStart', label: 'settings.concurrencyStart', hint: 'settings.concurrencyStartHint' },
  {
    name: 'concurrencyCeiling',
    label: 'settings.concurrencyCeiling',
    hint: 'settings.concurrencyCeilingHint',
  },
];
