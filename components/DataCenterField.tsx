import { dataCenterIds } from '@/lib/bigin/data-centers';
import { dataCenterName } from '@/lib/i18n/data-center-name';
import { translate } from '@/lib/i18n/translate';
import type { OAuthSettings } from '@/lib/oauth/client-settings';
import { Field } from './Field';

interface DataCenterFieldProps {
  value: OAuthSettings['dataCenter'];
  onChange: (value: OAuthSettings['dataCenter']) => void;
}

export function DataCenterField({ value, onChange }: DataCenterFieldProps) {
  return (
    <Field label={translate('options.dataCenter')} hint={translate('options.dataCenterHint')}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.target.value as typeof value)}>
          <option value="automatic">{translate('options.automatic')}</option>
          {dataCenterIds.map((id) => (
            <option key={id} value={id}>
              {dataCenterName(id)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
