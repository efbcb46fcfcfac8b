import type { Account } from '@/lib/jobs/account/account';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { translate } from '@/lib/i18n/translate';
import { FailedRecords } from './FailedRecords';
import { Notice } from './Notice';
import { TagNames } from './TagNames';
import styles from './JobResult.module.css';

export function JobResult({ account }: { account: Account }) {
  const { job, changed, failed, settled, total } = account;
  return (
    <>
      {changed > 0 && <TagNames names={job.tagNames} />}
      {job.problem && (
        <Notice tone="bad" urgent>
          {explainProblem(job.problem)}
        </Notice>
      )}
      {job.state === 'cancelled' && settled < total && (
        <p className={styles.line}>{translate('result.cancelled', { count: total - settled })}</p>
      )}
      {failed.length > 0 && <FailedRecords job={job} failed={failed} />}
      {changed > 0 && <p className={styles.hint}>{translate('result.reload')}</p>}
    </>
  );
}
