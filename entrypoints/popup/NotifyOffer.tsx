import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NotifyOffer as Offer } from '@/components/NotifyOffer';
import { isNotifyOffered, requestNotify } from '@/lib/browser/notify-offer';
import { isAccount, type JobProgress } from '@/lib/jobs/account/account';
import { askWorker } from '@/lib/messages/ask-worker';
import { takesLong } from './takes-long';

const offerQuery = queryOptions({ queryKey: ['notifyOffer'], queryFn: isNotifyOffered });

/**
 * Offers to tell when a job that takes long is done; and of one that a press has ended already, to tell of the next in
 * place of opening the popup. Until the user has said yes or no.
 */
export default function NotifyOffer({ progress }: { progress: JobProgress }) {
  const { job } = progress;
  const isOver = isAccount(progress);
  const isUseful = isOver || takesLong(progress);
  const offer = useQuery({ ...offerQuery, enabled: isUseful });
  const [answer, setAnswer] = useState<boolean>();
  if (answer !== true && (answer === false || !isUseful || !offer.data)) return null;
  const ask = () => {
    // Noted before the browser asks: its question may take the popup away.
    if (!isOver) void askWorker('tellJobEnd', { jobId: job.id }).catch(() => undefined);
    // Asked in the press itself: browsers let nothing else ask.
    void requestNotify().then(setAnswer, () => setAnswer(undefined));
  };
  return <Offer about={isOver ? 'next' : 'end'} isTaken={answer === true} onTake={ask} />;
}
