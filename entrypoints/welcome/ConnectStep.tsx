import { Button } from '@/components/Button';
import { DataCenterField } from '@/components/DataCenterField';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Status } from '@/components/Status';
import { Step } from '@/components/Step';
import { explain } from '@/lib/bigin/errors/explain';
import { formatList } from '@/lib/i18n/format-list';
import { translate } from '@/lib/i18n/translate';
import { builtInClientId, type OAuthSettings } from '@/lib/oauth/client-settings';
import type { useConnecting } from '../options/useConnecting';
import type { Stored } from '../options/useStored';
import styles from './App.module.css';
import type { StepState } from './InstallStep';

interface ConnectStepProps {
  step: StepState;
  oauth: Stored<OAuthSettings>;
  connecting: ReturnType<typeof useConnecting>;
}

export function ConnectStep({ step, oauth: { settings, change }, connecting }: ConnectStepProps) {
  const { connections, connect, isConnecting, problem } = connecting;
  const orgs = formatList((connections.data ?? []).map(({ orgName }) => orgName));
  const error = connect.error ?? connections.error;
  const told = problem ?? (error ? explain(error) : undefined);
  const status = () => {
    if (isConnecting) return translate('options.connecting');
    return step.isDone ? translate('options.connected', { org: orgs }) : undefined;
  };
  return (
    <Step {...step}>
      <p className={styles.text}>{translate('welcome.connect.explain')}</p>
      {/* Else it stands beside the client, whose registration it goes with. */}
      {builtInClientId && (
        <DataCenterField
          value={settings.dataCenter}
          onChange={(dataCenter) => change({ ...settings, dataCenter })}
        />
      )}
      <ProblemNotice problem={isConnecting ? undefined : told} onAllowed={() => connect.mutate()} />
      <div className={styles.actions}>
        <Button look={step.isCurrent ? 'primary' : 'quiet'} onClick={() => connect.mutate()}>
          {translate(step.isDone ? 'welcome.connectAnother' : 'connect.button')}
        </Button>
        <Status text={status()} />
      </div>
    </Step>
  );
}
