import type { ReactNode } from 'react';
import type { Account } from '@/lib/jobs/account/account';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { leftText } from '@/lib/i18n/left-text';
import { translate } from '@/lib/i18n/translate';
import { FailedRecords } from './FailedRecords';
import { Notice } from './Notice';
import { TagNames } from './TagNames';
import styles from './JobResult.module.css';

interface JobResultProps {
  account: Account;
  /** Leads to what is not listed here. */
  onHistory: () => void;
  /** What stands above the records that failed, of which there may be many. */
  children?: ReactNode;
}

export function JobResult({ account, onHistory, children }: JobResultProps) {
  const { job, changed, changedTags, failed, idle, open } = account;
  const left = leftText(account);
  return (
    <>
      {changed > 0 && <TagNames names={changedTags} />}
      {job.problem && (
        <Notice tone="bad" urgent>
          {explainProblem(job.problem)}
        </Notice>
      )}
      {left && <p className={styles.line}>{left}</p>}
      {idle > 0 && changed + failed.length > 0 && (
        <p className={styles.line}>
          {translate(job.kind === 'undo' ? 'result.idleUndo' : 'result.idle', { count: idle })}
        </p>
      )}
      {open > 0 && <Notice tone="warn">{translate('result.open', { count: open })}</Notice>}
      {children}
      {failed.length > 0 && <FailedRecords job={job} failed={failed} onOthers={onHistory} />}
    </>
  );
}
