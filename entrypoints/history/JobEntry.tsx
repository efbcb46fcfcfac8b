import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useEffect, useId, useRef } from 'react';
import { AllowAccess } from '@/components/AllowAccess';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { TagNames } from '@/components/TagNames';
import toneStyles from '@/components/tones.module.css';
import { explain } from '@/lib/bigin/errors/explain';
import { formatTime } from '@/lib/i18n/format-time';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import { isMendedByAccess, isMendedBySignIn } from '@/lib/problem';
import { JobActions } from './JobActions';
import styles from './JobEntry.module.css';
import { JobRecords } from './JobRecords';
import type { JobOrg } from './job-org';
import { countsText, jobTitle, reasonText, standingOf, standingText, type JobStanding } from './job-words';
import { countsQuery } from './queries';
import { useJobSeen } from '../popup/useJobSeen';
import { openJob } from './useOpenJob';

interface JobEntryProps {
  job: Job;
  org: JobOrg;
  /** The removal that it takes back, and the job that took it back, as far as they are kept. */
  undoOf: Job | undefined;
  undo: Job | undefined;
  isOpen: boolean;
  /** The digits of the record that is looked for. */
  recordDigits: string;
}

/** A job of the list; opened, with what became of each record. */
export function JobEntry({ job, org, undoOf, undo, isOpen, recordDigits }: JobEntryProps) {
  const id = useId();
  const entry = useRef<HTMLLIElement>(null);
  useJobSeen(isOpen ? job : undefined);
  const { data: counts, error } = useQuery(countsQuery(job));
  const undoCounts = useQuery(countsQuery(undo)).data;
  const isDrawn = counts !== undefined;
  useEffect(() => {
    // Who opened it by its button has it in view; a link or the page's address leads to it.
    const isInHand = entry.current?.contains(document.activeElement);
    if (isOpen && isDrawn && !isInHand) entry.current?.scrollIntoView();
  }, [isOpen, isDrawn]);

  const standing = standingOf(job, undo, undoCounts);
  const reason = reasonText(job);
  const result = counts ? countsText(job, counts) : '';
  const title = jobTitle(job, counts, org.words);
  const facts = [formatTime(job.createdAt), org.name, result].filter(Boolean).join(' · ');
  return (
    <li ref={entry} className={styles.entry}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <button
            type="button"
            className={styles.open}
            aria-expanded={isOpen}
            aria-labelledby={`${id}-title ${id}-tags`}
            aria-describedby={`${id}-facts ${id}-standing`}
            onClick={() => openJob(isOpen ? undefined : job.id)}
          >
            <svg viewBox="0 0 12 12" width="12" height="12" className={styles.arrow} aria-hidden="true">
              <path d="m4 2 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
            <span id={`${id}-title`}>{title}</span>
          </button>
        </h2>
        <span
          id={`${id}-standing`}
          aria-live={isOpen ? 'polite' : 'off'}
          className={clsx(styles.standing, toneStyles[tones[standing]])}
        >
          {standingText(standing)}
        </span>
      </div>
      <div id={`${id}-tags`}>
        <TagNames names={job.tagNames} />
      </div>
      <p id={`${id}-facts`} className={styles.facts}>
        {facts}
      </p>
      {undoOf && (
        <a href={`#${undoOf.id}`} className={styles.link}>
          {translate('history.undoOf', { when: formatTime(undoOf.createdAt) })}
        </a>
      )}
      {undo && undo.state === 'finished' && (
        <a href={`#${undo.id}`} className={styles.link}>
          {translate('history.undoneAt', { when: formatTime(undo.createdAt) })}
        </a>
      )}
      {reason && (
        <Notice
          tone={job.state === 'stopped' ? 'bad' : 'warn'}
          action={
            job.problem &&
            isMendedByAccess(job.problem) && (
              <AllowAccess
                problem={job.problem}
                onAllowed={() => void askWorker('continueJob', { jobId: job.id })}
              />
            )
          }
        >
          {reason}{' '}
          {job.problem && isMendedBySignIn(job.problem) && (
            <a href="options.html" className={styles.link}>
              {translate('history.options')}
            </a>
          )}
        </Notice>
      )}
      <ProblemNotice problem={error ? explain(error) : undefined} />
      {counts && isUnfinished(job) && <JobBar title={title} settled={counts.settled} total={counts.total} />}
      {counts && (isOpen || isUnfinished(job)) && <JobActions job={job} counts={counts} isOpen={isOpen} />}
      {isOpen && <JobRecords key={recordDigits} job={job} recordDigits={recordDigits} />}
    </li>
  );
}

/** How far a job is that is not over, be it that it runs or that it waits. */
function JobBar({ title, settled, total }: { title: string; settled: number; total: number }) {
  const text = translate('run.progress', { settled, total });
  return (
    <div className={styles.progress}>
      <progress
        aria-label={title}
        aria-valuetext={text}
        className={styles.bar}
        max={Math.max(1, total)}
        value={settled}
      />
      <span className={styles.facts}>{text}</span>
    </div>
  );
}

/** The colour of how a job stands. */
const tones = {
  queued: 'quiet',
  running: 'active',
  cancelling: 'active',
  paused: 'warn',
  waiting: 'warn',
  finished: 'good',
  cancelled: 'quiet',
  stopped: 'bad',
  beingUndone: 'active',
  undoneInPart: 'warn',
  undone: 'quiet',
} as const satisfies Record<JobStanding, string>;
