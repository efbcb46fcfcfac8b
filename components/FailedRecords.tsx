import { Fragment } from 'react';
import { recordUrl } from '@/lib/bigin/page-url';
import type { Account } from '@/lib/jobs/account/account';
import { groupFailures } from '@/lib/jobs/account/failures';
import { explainFailure } from '@/lib/i18n/explain-problem';
import { translate } from '@/lib/i18n/translate';
import { Button } from './Button';
import styles from './FailedRecords.module.css';

/** Most records that are listed here; the history has all of them. */
const most = 100;

interface FailedRecordsProps {
  job: Account['job'];
  failed: Account['failed'];
  onOthers: () => void;
}

/** The records that failed, by what is to be done about them. */
export function FailedRecords({ job: { dataCenter, org, module }, failed, onOthers }: FailedRecordsProps) {
  const groups = groupFailures(failed, explainFailure, most);
  const others = failed.length - groups.reduce((sum, { ids }) => sum + ids.length, 0);
  return (
    <section className={styles.failed}>
      <p className={styles.title}>{translate('result.failed', { count: failed.length })}</p>
      <ul aria-label={translate('result.failedList')} className={styles.list}>
        {groups.map(({ reason, count, ids }) => (
          <Fragment key={reason}>
            {ids.map((id, index) => (
              <li key={id} className={styles.item}>
                {index === 0 && (
                  <p className={styles.reason}>
                    {groups.length > 1 && (
                      <span className={styles.count}>{translate('result.reasonCount', { count })} </span>
                    )}
                    {reason}
                  </p>
                )}
                <a
                  href={recordUrl(dataCenter, org, module, id)}
                  target="_blank"
                  rel="noreferrer"
                  className={styles.link}
                >
                  {id}
                </a>
                {index > 0 && <span className="visually-hidden">{reason}</span>}
              </li>
            ))}
          </Fragment>
        ))}
      </ul>
      {others > 0 && (
        <Button look="link" className={styles.others} onClick={onOthers}>
          {translate('result.others', { count: others })}
        </Button>
      )}
    </section>
  );
}
