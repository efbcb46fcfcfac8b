import { recordUrl } from '@/lib/bigin/page-url';
import type { Account } from '@/lib/jobs/account/account';
import { explainFailure } from '@/lib/i18n/explain-problem';
import { translate } from '@/lib/i18n/translate';
import styles from './FailedRecords.module.css';

interface FailedRecordsProps {
  job: Account['job'];
  failed: Account['failed'];
}

export function FailedRecords({ job: { dataCenter, org, module }, failed }: FailedRecordsProps) {
  return (
    <section className={styles.failed}>
      <p className={styles.title}>{translate('result.failed', { count: failed.length })}</p>
      <ul aria-label={translate('result.failedList')} className={styles.list}>
        {failed.map(({ id, code }) => (
          <li key={id} className={styles.item}>
            <a
              href={recordUrl(dataCenter, org, module, id)}
              target="_blank"
              rel="noreferrer"
              className={styles.link}
            >
              {id}
            </a>
            <span>{explainFailure(code)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
