import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NotifyOffer as Offer } from '@/components/NotifyOffer';
import { isNotifyOffered, requestNotify } from '@/lib/browser/notify-offer';
import type { JobProgress } from '@/lib/jobs/account/account';
import { askWorker } from '@/lib/messages/ask-worker';
import { takesLong } from './takes-long';

const offerQuery = queryOptions({ queryKey: ['notifyOffer'], queryFn: isNotifyOffered });

/** Where a job takes long, offers to tell when it is done: until the user has said yes or no. */
export default function NotifyOffer({ progress }: { progress: JobProgress }) {
  const isLong = takesLong(progress);
  const offer = useQuery({ ...offerQuery, enabled: isLong });
  const [answer, setAnswer] = useState<boolean>();
  if (answer !== true && (answer === false || !isLong || !offer.data)) return null;
  const ask = () => {
    // Noted before the browser asks: its question may take the popup away.
    void askWorker('tellJobEnd', { jobId: progress.job.id }).catch(() => undefined);
    // Asked in the press itself: browsers let nothing else ask.
    void requestNotify().then(setAnswer, () => setAnswer(undefined));
  };
  return <Offer isTaken={answer === true} onTake={ask} />;
}
