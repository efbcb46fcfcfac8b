import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Step } from '@/components/Step';
import { explain } from '@/lib/bigin/errors/explain';
import { findBiginTab, openBigin, showTab } from '@/lib/browser/bigin-tab';
import { translate } from '@/lib/i18n/translate';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import styles from './App.module.css';
import { FirstPreview } from './FirstPreview';
import type { StepState } from './InstallStep';
import { biginTabQuery } from './queries';
import { useWasTouched } from './useWasTouched';
import { WhereTheButtonIs } from './WhereTheButtonIs';

interface TryStepProps {
  step: StepState;
  connections: readonly ConnectionInfo[];
  /** A preview was shown. */
  onTried: () => void;
}

/** Follows what is ticked in Bigin, and shows its tags; nothing here can change any. */
export function TryStep({ step, connections, onTried }: TryStepProps) {
  const [connection] = connections;
  // A guide that lies open unread looks at no tab, and costs Bigin no call.
  const isFollowing = useWasTouched() && connection !== undefined;
  const { data: tab, error } = useQuery({ ...biginTabQuery(connections), enabled: isFollowing });
  const open = useMutation({
    mutationFn: async () => {
      const shown = await findBiginTab(connections).catch(() => undefined);
      if (shown) await showTab(shown.id);
      else if (connection) await openBigin(connection.dataCenter, connection.org);
    },
  });
  return (
    <Step {...step}>
      <p className={styles.text}>{translate('welcome.try.explain')}</p>
      <div className={styles.actions}>
        <Button
          look={step.isCurrent && !tab ? 'primary' : 'quiet'}
          disabled={!connection}
          onClick={() => open.mutate()}
        >
          {translate(tab ? 'welcome.try.show' : 'welcome.try.open')}
        </Button>
      </div>
      <ProblemNotice problem={error ? explain(error) : undefined} />
      {connection && tab && <FirstPreview tab={tab} connections={connections} onShown={onTried} />}
      {step.isDone && <WhereTheButtonIs />}
    </Step>
  );
}
