import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { deleteUnreadable, jobsQuery, unreadableQuery } from './queries';

/** Tells of jobs that cannot be shown, and deletes them where the user wants that. */
export function UnreadableJobs() {
  const queryClient = useQueryClient();
  const { data: count = 0 } = useQuery(unreadableQuery);
  const [isAsking, setIsAsking] = useState(false);
  const deleting = useMutation({
    async mutationFn() {
      await deleteUnreadable();
      await queryClient.invalidateQueries({ queryKey: jobsQuery.queryKey });
    },
  });
  if (count === 0) return null;
  return (
    <>
      <Notice
        tone="warn"
        action={
          <Button disabled={deleting.isPending} onClick={() => setIsAsking(true)}>
            {translate('history.deleteUnreadable', { count })}
          </Button>
        }
      >
        {translate('history.unreadable', { count })}
      </Notice>
      <ProblemNotice problem={deleting.error ? explain(deleting.error) : undefined} />
      {isAsking && (
        <ConfirmDialog
          text={translate('history.confirmDeleteUnreadable', { count })}
          action={translate('history.delete')}
          wayOut={translate('history.keep')}
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            deleting.mutate();
          }}
        />
      )}
    </>
  );
}
