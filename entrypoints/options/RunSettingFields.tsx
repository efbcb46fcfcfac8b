import { NumberField } from '@/components/NumberField';
import { translate } from '@/lib/i18n/translate';
import { runSettingLimits, type RunSettings } from '@/lib/settings/run-settings';
import type { removalFields } from './run-setting-fields';

interface RunSettingFieldsProps {
  fields: typeof removalFields;
  settings: RunSettings;
  onChange: (settings: RunSettings) => void;
}

export function RunSettingFields({ fields, settings, onChange }: RunSettingFieldsProps) {
  return fields.map(({ name, label, hint }) => (
    <NumberField
      key={name}
      label={translate(label)}
      hint={translate(hint)}
      value={settings[name]}
      least={runSettingLimits[name].least}
      most={runSettingLimits[name].most}
      onChange={(value) => onChange({ ...settings, [name]: value })}
    />
  ));
}
