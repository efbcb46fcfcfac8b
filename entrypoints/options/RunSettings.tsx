import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NumberField } from '@/components/NumberField';
import { Status } from '@/components/Status';
import { translate } from '@/lib/i18n/translate';
import {
  runSettingLimits,
  saveRunSettings,
  standardRunSettings,
  type RunSettings as Settings,
} from '@/lib/settings/run-settings';
import styles from './App.module.css';
import { runSettingsQuery } from './queries';
import { runSettingFields } from './run-setting-fields';

/** How removals run, for those who want to know; every number is stored once it is entered. */
export function RunSettings() {
  const queryClient = useQueryClient();
  const { data: settings } = useQuery(runSettingsQuery);
  // What was typed and could not be taken goes with a reset, too.
  const [resets, setResets] = useState(0);
  const [isReset, setIsReset] = useState(false);
  if (!settings) return null;
  const change = (next: Settings) => {
    queryClient.setQueryData(runSettingsQuery.queryKey, next);
    void saveRunSettings(next);
  };
  return (
    <section className={styles.section}>
      <h2>{translate('settings.title')}</h2>
      {runSettingFields.map(({ name, label, hint }) => (
        <NumberField
          key={`${name}-${resets}`}
          label={translate(label)}
          hint={translate(hint)}
          value={settings[name]}
          least={runSettingLimits[name].least}
          most={runSettingLimits[name].most}
          onChange={(value) => {
            setIsReset(false);
            change({ ...settings, [name]: value });
          }}
        />
      ))}
      <div className={styles.actions}>
        <Button
          onClick={() => {
            setResets(resets + 1);
            setIsReset(true);
            change(standardRunSettings);
          }}
        >
          {translate('settings.reset')}
        </Button>
        <Status text={isReset ? translate('settings.wasReset') : undefined} />
      </div>
    </section>
  );
}
