import { useState } from 'react';
import { Step } from '@/components/Step';
import { SavedMark } from '@/components/SavedMark';
import { translate } from '@/lib/i18n/translate';
import type { OAuthSettings } from '@/lib/oauth/client-settings';
import { ClientSettings } from '../options/ClientSettings';
import type { Stored } from '../options/useStored';
import styles from './App.module.css';
import type { StepState } from './InstallStep';

interface ClientStepProps {
  step: StepState;
  oauth: Stored<OAuthSettings>;
}

/** Who has set up a client before sees that, and how to change it only on request. */
export function ClientStep({ step, oauth }: ClientStepProps) {
  const { settings, change, isSaved, error } = oauth;
  const [wasDone] = useState(step.isDone);
  const fields = (
    <>
      <ClientSettings settings={settings} error={error} onChange={change} />
      <SavedMark isSaved={isSaved} />
    </>
  );
  return (
    <Step {...step}>
      {wasDone ? (
        <details className={styles.details}>
          <summary>{translate('welcome.client.change')}</summary>
          <div className={styles.fields}>{fields}</div>
        </details>
      ) : (
        <>
          <ol className={styles.numbered}>
            <li>{translate('welcome.client.open')}</li>
            <li>{translate('welcome.client.add')}</li>
            <li>{translate('welcome.client.redirect')}</li>
            <li>{translate('welcome.client.copy')}</li>
          </ol>
          {fields}
        </>
      )}
    </Step>
  );
}
