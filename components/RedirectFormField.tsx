import { translate } from '@/lib/i18n/translate';
import type { OAuthSettings } from '@/lib/oauth/client-settings';
import { Field } from './Field';

interface RedirectFormFieldProps {
  value: OAuthSettings['redirectForm'];
  onChange: (value: OAuthSettings['redirectForm']) => void;
}

/** Firefox has two forms of its redirect URI; other browsers have one, and do not show this. */
export function RedirectFormField({ value, onChange }: RedirectFormFieldProps) {
  return (
    <Field label={translate('options.redirectForm')}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.target.value as typeof value)}>
          <option value="extension">{translate('options.redirectForm.extension')}</option>
          <option value="loopback">{translate('options.redirectForm.loopback')}</option>
        </select>
      )}
    </Field>
  );
}
