import { languageNames } from '@/lib/i18n/language-names';
import { languageCodes } from '@/lib/i18n/languages';
import { translate } from '@/lib/i18n/translate';
import type { Appearance } from '@/lib/settings/appearance';
import { Field } from './Field';

interface LanguageFieldProps {
  value: Appearance['language'];
  onChange: (language: Appearance['language']) => void;
}

/** Each language by its own name: whoever reads one finds it, whatever the page is in just now. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
  return (
    <Field label={translate('appearance.language')} hint={translate('appearance.languageHint')}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.target.value as typeof value)}>
          <option value="automatic">{translate('options.automatic')}</option>
          {languageCodes.map((code) => (
            <option key={code} value={code} lang={code}>
              {languageNames[code]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
