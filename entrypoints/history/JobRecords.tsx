import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Field } from '@/components/Field';
import { Pager } from '@/components/Pager';
import { ProblemNotice } from '@/components/ProblemNotice';
import { RecordTable } from '@/components/RecordTable';
import { Skeleton } from '@/components/Skeleton';
import { explain } from '@/lib/bigin/errors/explain';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import type { RecordAccount } from '@/lib/jobs/account/record-accounts';
import { isUnderWay, type Job } from '@/lib/jobs/job';
import styles from './JobRecords.module.css';
import { recordsQuery } from './queries';

const pageSize = 100;

const filters = {
  all: 'history.filter.all',
  changed: 'history.filter.changed',
  failed: 'history.filter.failed',
  unknown: 'history.filter.unknown',
  idle: 'history.filter.idle',
  untouched: 'history.filter.untouched',
} as const satisfies Record<'all' | RecordAccount['outcome'], MessageKey>;

type Filter = keyof typeof filters;

interface JobRecordsProps {
  job: Job;
  /** What the records are narrowed to at first. */
  recordDigits: string;
}

/** What became of each record; while the job runs, its progress says enough and costs less. */
export function JobRecords({ job, recordDigits }: JobRecordsProps) {
  if (isUnderWay(job)) return <p className={styles.note}>{translate('history.later')}</p>;
  return <SettledRecords job={job} recordDigits={recordDigits} />;
}

function SettledRecords({ job, recordDigits }: JobRecordsProps) {
  const records = useQuery(recordsQuery(job.id));
  const [filter, setFilter] = useState<Filter>('all');
  const [digits, setDigits] = useState(recordDigits);
  const [page, setPage] = useState(0);
  const wanted = useDeferredValue(digits.trim());

  if (records.error) return <ProblemNotice problem={explain(records.error)} />;
  if (!records.data) return <Skeleton label={translate('history.loading')} />;
  const found = records.data.filter(({ id }) => id.includes(wanted));
  const shown = filter === 'all' ? found : found.filter(({ outcome }) => outcome === filter);
  const countOf = (name: Filter) =>
    name === 'all' ? found.length : found.filter(({ outcome }) => outcome === name).length;
  // A job that goes on may leave fewer pages than there were.
  const lastPage = Math.max(0, Math.ceil(shown.length / pageSize) - 1);
  const shownPage = Math.min(page, lastPage);
  const pager = <Pager page={shownPage} pageSize={pageSize} total={shown.length} onTurn={setPage} />;
  return (
    <section aria-label={translate('history.records')} className={styles.records}>
      <div className={styles.filters}>
        <Field label={translate('history.outcome')}>
          {(ids) => (
            <select
              {...ids}
              value={filter}
              onChange={(event) => {
                setFilter(event.target.value as Filter);
                setPage(0);
              }}
            >
              {(Object.keys(filters) as Filter[]).map((name) => (
                <option key={name} value={name}>
                  {translate(filters[name], { count: countOf(name) })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={translate('history.recordId')}>
          {(ids) => (
            <input
              {...ids}
              value={digits}
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setDigits(event.target.value);
                setPage(0);
              }}
            />
          )}
        </Field>
      </div>
      {pager}
      {shown.length === 0 ? (
        <p className={styles.note}>{translate('history.noRecords')}</p>
      ) : (
        <RecordTable job={job} records={shown.slice(shownPage * pageSize, (shownPage + 1) * pageSize)} />
      )}
      {pager}
    </section>
  );
}
