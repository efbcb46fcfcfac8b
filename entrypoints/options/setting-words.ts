import { themeNames } from '@/components/ThemeField';
import { isDataCenterId } from '@/lib/bigin/data-centers';
import { dataCenterName } from '@/lib/i18n/data-center-name';
import { languageNames } from '@/lib/i18n/language-names';
import type { Language } from '@/lib/i18n/languages';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import type { OAuthClient } from '@/lib/oauth/client-settings';
import type { Appearance } from '@/lib/settings/appearance';
import type { FileSettingName, SettingChange, SettingsFileProblem } from '@/lib/settings/settings-file';

const labels = {
  dataCenter: 'options.dataCenter',
  clientType: 'options.clientType',
  clientId: 'options.clientId',
  redirectForm: 'options.redirectForm',
  confirmRecords: 'settings.confirmRecords',
  confirmCreditShare: 'settings.confirmCreditShare',
  keepDays: 'settings.keepDays',
  batchStart: 'settings.batchStart',
  batchCeiling: 'settings.batchCeiling',
  concurrencyStart: 'settings.concurrencyStart',
  concurrencyCeiling: 'settings.concurrencyCeiling',
  theme: 'appearance.theme',
  language: 'appearance.language',
} as const satisfies Record<FileSettingName, MessageKey>;

/** A change as the page calls the setting and its values. */
export function changeInWords({ name, from, to }: SettingChange) {
  return { name, label: translate(labels[name]), from: valueText(name, from), to: valueText(name, to) };
}

function valueText(name: FileSettingName, value: string | number): string {
  if (typeof value === 'number') return translate('settingsFile.number', { count: value });
  if (value === '') return translate('settingsFile.none');
  if (value === 'automatic') return translate('options.automatic');
  switch (name) {
    case 'dataCenter':
      return isDataCenterId(value) ? dataCenterName(value) : value;
    case 'clientType':
      return translate(`options.clientType.${value as OAuthClient['type']}`);
    case 'redirectForm':
      return translate(
        value === 'loopback' ? 'options.redirectForm.loopback' : 'options.redirectForm.extension',
      );
    case 'theme':
      return translate(themeNames[value as Appearance['theme']]);
    case 'language':
      return languageNames[value as Language];
    default:
      return value;
  }
}

const refusals = {
  tooLarge: 'settingsFile.tooLarge',
  otherFile: 'settingsFile.otherFile',
  newer: 'settingsFile.newer',
} as const satisfies Record<string, MessageKey>;

/** Why a file was not taken, and what to do. */
export function fileProblemText(problem: SettingsFileProblem): string {
  return problem.reason === 'badValue'
    ? translate('settingsFile.badValue', { setting: translate(labels[problem.name]) })
    : translate(refusals[problem.reason]);
}
