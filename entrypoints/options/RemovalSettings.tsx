import { ProblemNotice } from '@/components/ProblemNotice';
import { SavedMark } from '@/components/SavedMark';
import { Section } from '@/components/Section';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { readRunSettings, saveRunSettings } from '@/lib/settings/run-settings';
import styles from './App.module.css';
import { runSettingsQuery } from './queries';
import { paceFields, removalFields } from './run-setting-fields';
import { RunSettingFields } from './RunSettingFields';
import { useStored } from './useStored';

/** When removals ask, how long they are remembered, and for the curious how they run. */
export function RemovalSettings() {
  const { settings, change, isSaved, error } = useStored(runSettingsQuery, readRunSettings, saveRunSettings);
  if (!settings) return <ProblemNotice problem={error ? explain(error) : undefined} />;
  return (
    <Section id="removals" heading={translate('settings.title')} note={<SavedMark isSaved={isSaved} />}>
      <RunSettingFields fields={removalFields} settings={settings} onChange={change} />
      <details className={styles.details}>
        <summary>{translate('settings.curious')}</summary>
        <div className={styles.fields}>
          <p className={styles.note}>{translate('settings.curiousHint')}</p>
          <RunSettingFields fields={paceFields} settings={settings} onChange={change} />
        </div>
      </details>
      <ProblemNotice problem={error ? explain(error) : undefined} />
    </Section>
  );
}
