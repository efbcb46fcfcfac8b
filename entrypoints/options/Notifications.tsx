import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { explain } from '@/lib/bigin/errors/explain';
import { askToNotify, canAskToNotify, stopNotifying } from '@/lib/browser/notification-permission';
import { onPermissionsChanged } from '@/lib/browser/on-permissions-changed';
import { translate } from '@/lib/i18n/translate';
import styles from './App.module.css';
import { mayNotifyQuery } from './queries';

/** Whether the end of a long job is told when no page of ours is open: the user gives that, and takes it back. */
export function Notifications() {
  const queryClient = useQueryClient();
  const { data: isAllowed } = useQuery(mayNotifyQuery);
  useEffect(
    () =>
      onPermissionsChanged(() => void queryClient.invalidateQueries({ queryKey: mayNotifyQuery.queryKey })),
    [queryClient],
  );
  const change = useMutation({ mutationFn: (answer: Promise<boolean>) => answer });
  if (!canAskToNotify() || isAllowed === undefined) return null;
  return (
    <Section id="notifications" heading={translate('notifications.title')}>
      <p className={styles.note}>{translate('notifications.explain')}</p>
      <p className={styles.note}>
        {translate(isAllowed ? 'notifications.allowed' : 'notifications.notAllowed')}
      </p>
      <ProblemNotice problem={change.error ? explain(change.error) : undefined} />
      <div className={styles.actions}>
        {/* Asked in the press itself, and not a moment later: Firefox takes no other. */}
        <Button onClick={() => change.mutate(isAllowed ? stopNotifying() : askToNotify())}>
          {translate(isAllowed ? 'notifications.stop' : 'notifications.allow')}
        </Button>
      </div>
    </Section>
  );
}
