import type { Account } from '@/lib/jobs/account/account';
import { translate } from '@/lib/i18n/translate';
import styles from './JobProgress.module.css';

export function JobProgress({ account: { job, settled, total } }: { account: Account }) {
  const title = translate(job.kind === 'undo' ? 'run.restoring' : 'run.removing', {
    tags: job.tagNames.length,
  });
  const progress = translate('run.progress', { settled, total });
  return (
    <div className={styles.progress}>
      <p className={styles.title}>{title}</p>
      <progress
        aria-label={title}
        aria-valuetext={progress}
        max={Math.max(1, total)}
        value={settled}
        className={styles.bar}
      />
      <p className={styles.count}>{job.state === 'cancelling' ? translate('run.cancelling') : progress}</p>
    </div>
  );
}
