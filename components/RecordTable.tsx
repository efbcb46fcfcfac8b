import type { ReactNode } from 'react';
import { recordUrl } from '@/lib/bigin/page-url';
import { explainFailure } from '@/lib/i18n/explain-problem';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import type { RecordAccount } from '@/lib/jobs/account/record-accounts';
import type { Job } from '@/lib/jobs/job';
import styles from './RecordTable.module.css';

interface RecordTableProps {
  job: Job;
  records: readonly RecordAccount[];
}

/** What became of each record of a job. On a narrow page each row is a block, its cells under their headings. */
export function RecordTable({ job, records }: RecordTableProps) {
  const headings = {
    record: translate('history.record'),
    before: translate('history.before'),
    changed: translate(job.kind === 'undo' ? 'history.restored' : 'history.removed'),
    after: translate('history.after'),
    outcome: translate('history.outcome'),
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {Object.values(headings).map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <Cell heading={headings.record}>
              <a
                href={recordUrl(job.dataCenter, job.org, job.module, record.id)}
                target="_blank"
                rel="noreferrer"
                className={styles.link}
              >
                {record.id}
              </a>
            </Cell>
            <Cell heading={headings.before}>
              <Tags names={record.before} />
            </Cell>
            <Cell heading={headings.changed}>
              <Tags names={record.changed} />
            </Cell>
            <Cell heading={headings.after}>
              <Tags names={record.after} />
            </Cell>
            <Cell heading={headings.outcome}>
              <Outcome job={job} record={record} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <td data-heading={heading}>
      <div>{children}</div>
    </td>
  );
}

/** Tags side by side; a dash for none, and nothing where they are not known. */
function Tags({ names }: { names: readonly string[] | undefined }) {
  if (!names) return <span className={styles.none}>{translate('history.notTold')}</span>;
  if (names.length === 0) return <span className={styles.none}>–</span>;
  return (
    <span className={styles.tags}>
      {names.map((name) => (
        <span key={name} className={styles.tag} dir="auto">
          {name}
        </span>
      ))}
    </span>
  );
}

const outcomeKeys = {
  changed: { removal: 'history.outcome.removed', undo: 'history.outcome.restored' },
  idle: { removal: 'history.outcome.nothing', undo: 'history.outcome.nothingToRestore' },
  unknown: { removal: 'history.outcome.unknown', undo: 'history.outcome.unknown' },
  untouched: { removal: 'history.outcome.untouched', undo: 'history.outcome.untouched' },
} as const satisfies Record<string, Record<Job['kind'], MessageKey>>;

function Outcome({ job, record: { outcome, code, message } }: { job: Job; record: RecordAccount }) {
  if (outcome !== 'failed') return translate(outcomeKeys[outcome][job.kind]);
  return (
    <>
      <span className={styles.failed}>{explainFailure(code)}</span>
      {message && <span className={styles.told}>{translate('history.told', { code, status: message })}</span>}
    </>
  );
}
