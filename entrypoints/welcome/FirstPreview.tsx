import { useQuery } from '@tanstack/react-query';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import type { BiginTab } from '@/lib/browser/bigin-tab';
import { translate } from '@/lib/i18n/translate';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import { connectionId } from '@/lib/oauth/connection';
import { SelectionDoubts } from '../popup/SelectionDoubts';
import styles from './App.module.css';
import { ModulePreview } from './ModulePreview';
import { selectionQuery } from './queries';

interface FirstPreviewProps {
  tab: BiginTab;
  connections: readonly ConnectionInfo[];
  onShown: () => void;
}

export function FirstPreview({ tab, connections, onShown }: FirstPreviewProps) {
  const { data, error } = useQuery(selectionQuery(tab));
  if (error) {
    const problem = explain(error);
    if (problem.code === 'nothingSelected') {
      return <p className={styles.text}>{translate('welcome.try.tick')}</p>;
    }
    if (problem.code === 'pageUnreachable') {
      return <Notice tone="warn">{translate('welcome.try.reload')}</Notice>;
    }
    return <ProblemNotice problem={problem} />;
  }
  if (!data) return null;
  const id = connectionId(tab.page.dataCenter, tab.page.org);
  const { moduleWords = {}, signInNeeded = false } = connections.find((each) => each.id === id) ?? {};
  const { selections, byModule } = data;
  // Without a sign-in, no record is looked up whose module is open.
  if (byModule.length === 0 && signInNeeded) return <ProblemNotice problem={{ code: 'signInNeeded' }} />;
  return (
    <>
      {byModule.map((each) => (
        <ModulePreview key={each.key} selected={each} words={moduleWords} onShown={onShown} />
      ))}
      <SelectionDoubts selections={selections} isLookedUp={!signInNeeded} />
      {byModule.length > 0 && <Notice tone="plain">{translate('welcome.try.dryRun')}</Notice>}
      {byModule.length === 0 && selections.view && (
        <p className={styles.text}>{translate('welcome.try.view')}</p>
      )}
    </>
  );
}
