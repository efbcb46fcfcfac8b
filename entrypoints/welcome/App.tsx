import { useState } from 'react';
import { Page } from '@/components/Page';
import { translate } from '@/lib/i18n/translate';
import {
  builtInClientId,
  isClientSetUp,
  readOAuthSettings,
  saveOAuthSettings,
} from '@/lib/oauth/client-settings';
import { settingsQuery } from '../options/queries';
import { useConnecting } from '../options/useConnecting';
import { useMissingHosts } from '../options/useMissingHosts';
import { useStored } from '../options/useStored';
import styles from './App.module.css';
import { ClientStep } from './ClientStep';
import { ConnectStep } from './ConnectStep';
import { InstallStep, type StepState } from './InstallStep';
import { StepNews } from './StepNews';
import { TryStep } from './TryStep';

/** A build that brings its client along leaves nothing to set up. */
const hasClientStep = builtInClientId === '';

/** From the installation to a first preview, in steps that tick themselves off. */
export function App() {
  const { settings, ...storing } = useStored(settingsQuery, readOAuthSettings, saveOAuthSettings);
  const connecting = useConnecting();
  const missing = useMissingHosts();
  const [wasTried, setWasTried] = useState(false);
  const { data: connections = [], isPending } = connecting.connections;
  if (!settings || isPending) return null;

  const oauth = { settings, ...storing };
  const steps = [
    { name: 'install', heading: translate('welcome.install'), isDone: missing.length === 0 },
    { name: 'client', heading: translate('welcome.client'), isDone: isClientSetUp(settings.client) },
    { name: 'connect', heading: translate('welcome.connect'), isDone: connections.length > 0 },
    { name: 'try', heading: translate('welcome.try'), isDone: wasTried },
  ].filter(({ name }) => name !== 'client' || hasClientStep);
  const current = steps.find(({ isDone }) => !isDone);
  const stepOf = (name: string): StepState => {
    const index = steps.findIndex((step) => step.name === name);
    const { heading = '', isDone = false } = steps[index] ?? {};
    return { number: index + 1, heading, isDone, isCurrent: name === current?.name };
  };
  return (
    <Page name="welcome">
      <p className={styles.lead}>{translate('welcome.lead')}</p>
      <p className={styles.promise}>{translate('welcome.promise')}</p>
      <StepNews
        doneCount={steps.filter(({ isDone }) => isDone).length}
        total={steps.length}
        next={current?.heading}
      />
      <ol className={styles.steps}>
        <InstallStep step={stepOf('install')} />
        {hasClientStep && <ClientStep step={stepOf('client')} oauth={oauth} />}
        <ConnectStep step={stepOf('connect')} oauth={oauth} connecting={connecting} />
        <TryStep step={stepOf('try')} connections={connections} onTried={() => setWasTried(true)} />
      </ol>
    </Page>
  );
}
