import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import { exportFileName } from '@/lib/jobs/account/export/file-name';
import type { Job } from '@/lib/jobs/job';
import { askWorker } from '@/lib/messages/ask-worker';
import type { JobCounts } from './job-counts';
import { offeredActions, type JobAction } from './offered-actions';
import { exportOf } from './export-of';
import { jobsQuery, readRecords } from './queries';
import styles from './JobActions.module.css';
import { saveFile } from '@/lib/browser/save-file';
import { openJob } from './useOpenJob';

type WorkerAction = Exclude<JobAction, 'export'>;

const labels = {
  undoJob: 'result.undo',
  retryFailed: 'result.retry',
  pauseJob: 'run.pause',
  cancelJob: 'run.cancel',
  deleteJob: 'history.delete',
} as const satisfies Record<Exclude<WorkerAction, 'continueJob'>, MessageKey>;

function continueLabel({ state }: Job): MessageKey {
  if (state === 'paused') return 'run.resume';
  return state === 'waiting' ? 'run.now' : 'result.continue';
}

interface JobActionsProps {
  job: Job;
  counts: JobCounts;
  /** Whether all is offered; else only what steers a job that is not over. */
  isOpen: boolean;
}

export function JobActions({ job, counts, isOpen }: JobActionsProps) {
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const action = useMutation({
    async mutationFn(name: WorkerAction) {
      const answer = await askWorker(name, { jobId: job.id });
      if (name === 'deleteJob') openJob(undefined);
      await queryClient.invalidateQueries({ queryKey: jobsQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: ['job', job.id] });
      if (name === 'undoJob') openJob(answer?.jobId);
    },
  });
  const download = useMutation({
    async mutationFn(extension: 'csv' | 'json') {
      const records = await readRecords(job.id);
      const file = await exportOf(extension, job, records);
      saveFile(exportFileName(job, extension), file.type, file.text);
    },
  });
  const offered = offeredActions(job, counts).filter(
    (name) => isOpen || (name !== 'export' && name !== 'deleteJob'),
  );
  const error = action.error ?? download.error;
  return (
    <>
      <ProblemNotice problem={error ? explain(error) : undefined} />
      <div className={styles.actions}>
        {offered.map((name) =>
          name === 'export' ? (
            <Fragment key={name}>
              <Button disabled={download.isPending} onClick={() => download.mutate('csv')}>
                {translate('history.exportCsv')}
              </Button>
              <Button disabled={download.isPending} onClick={() => download.mutate('json')}>
                {translate('history.exportJson')}
              </Button>
            </Fragment>
          ) : (
            <Button
              key={name}
              disabled={action.isPending}
              onClick={() => (name === 'deleteJob' ? setIsAsking(true) : action.mutate(name))}
            >
              {translate(name === 'continueJob' ? continueLabel(job) : labels[name])}
            </Button>
          ),
        )}
      </div>
      {isAsking && (
        <ConfirmDialog
          text={translate('history.confirmDelete')}
          action={translate('history.delete')}
          wayOut={translate('history.keep')}
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            action.mutate('deleteJob');
          }}
        />
      )}
    </>
  );
}
