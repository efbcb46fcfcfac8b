import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Skeleton } from '@/components/Skeleton';
import { explain } from '@/lib/bigin/errors/explain';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import type { Job } from '@/lib/jobs/job';
import styles from './App.module.css';
import type { JobOrg } from './job-org';
import { findJobs, recordIdIn, stateFilters, type StateFilter } from './find-jobs';
import { JobEntry } from './JobEntry';
import { connectionsQuery, jobsOfRecordQuery, jobsQuery, unreadableQuery } from './queries';
import { UnreadableJobs } from './UnreadableJobs';
import { useLiveJobs } from './useLiveJobs';
import { useOpenJob } from './useOpenJob';

/** So many jobs are drawn at a time. */
const shareSize = 50;

const filterKeys = {
  all: 'history.state.all',
  underWay: 'history.state.underWay',
  finished: 'history.state.finished',
  cancelled: 'history.state.cancelled',
  stopped: 'history.state.stopped',
  undone: 'history.state.undone',
} as const satisfies Record<StateFilter, MessageKey>;

const none: ReadonlySet<string> = new Set();

export function App() {
  useLiveJobs();
  const jobs = useQuery(jobsQuery);
  const { data: unreadable = 0 } = useQuery(unreadableQuery);
  return (
    <Page name="history" isWide>
      <ProblemNotice problem={jobs.error ? explain(jobs.error) : undefined} />
      <UnreadableJobs />
      {jobs.isPending && <Skeleton label={translate('history.loading')} />}
      {jobs.data?.length === 0 && unreadable === 0 && (
        <p className={styles.note}>{translate('history.empty')}</p>
      )}
      {jobs.data && jobs.data.length > 0 && <History jobs={jobs.data} />}
    </Page>
  );
}

function History({ jobs }: { jobs: readonly Job[] }) {
  const openId = useOpenJob();
  const [text, setText] = useState('');
  const [state, setState] = useState<StateFilter>('all');
  const [shares, setShares] = useState(1);
  const { data: connections = [] } = useQuery(connectionsQuery);
  const recordId = recordIdIn(useDeferredValue(text));
  const ofRecord = useQuery(jobsOfRecordQuery(recordId));

  const orgs = new Map(
    connections.map(({ id, orgName, moduleWords }) => [id, { name: orgName, words: moduleWords }]),
  );
  const orgOf = (job: Job): JobOrg => orgs.get(job.connectionId) ?? { name: job.org };
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  const found = findJobs(jobs, { text, state, ofRecord: ofRecord.data ?? none, orgOf });
  const isSearching = ofRecord.isFetching;
  const isGone = openId !== undefined && !jobOf.has(openId);
  // A job that the address names is drawn, however old it is.
  const drawn = Math.max(shares * shareSize, found.findIndex(({ id }) => id === openId) + 1);
  const summary = translate('history.count', { count: found.length, total: jobs.length });
  return (
    <>
      <div className={styles.filters}>
        <Field label={translate('history.search')} hint={translate('history.searchHint')}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              value={text}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label={translate('history.state')}>
          {(ids) => (
            <select {...ids} value={state} onChange={(event) => setState(event.target.value as StateFilter)}>
              {stateFilters.map((name) => (
                <option key={name} value={name}>
                  {translate(filterKeys[name])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <ProblemNotice problem={isGone ? { code: 'jobGone' } : undefined} />
      <p aria-live="polite" className={styles.note}>
        {isSearching ? translate('history.searching') : summary}
      </p>
      {found.length > 0 && (
        <ol className={styles.list}>
          {found.slice(0, drawn).map((job) => (
            <JobEntry
              key={job.id}
              job={job}
              org={orgOf(job)}
              undoOf={job.undoOf === undefined ? undefined : jobOf.get(job.undoOf)}
              undo={job.undoneBy === undefined ? undefined : jobOf.get(job.undoneBy)}
              isOpen={job.id === openId}
              recordDigits={ofRecord.data?.has(job.id) ? (recordId ?? '') : ''}
            />
          ))}
        </ol>
      )}
      {found.length > drawn && (
        <Button onClick={() => setShares(shares + 1)}>{translate('history.more')}</Button>
      )}
    </>
  );
}
