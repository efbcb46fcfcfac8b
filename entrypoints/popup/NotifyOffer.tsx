import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NotifyOffer as Offer } from '@/components/NotifyOffer';
import { isNotifyOffered, requestNotify } from '@/lib/browser/notify-offer';
import type { JobProgress } from '@/lib/jobs/account/account';

/** Removals from more records than this take a while. */
const many = 1_000;

const offerQuery = queryOptions({ queryKey: ['notifyOffer'], queryFn: isNotifyOffered });

/** Where a job takes long, offers to tell when it is done: until the user has said yes or no. */
export default function NotifyOffer({ progress: { job, total } }: { progress: JobProgress }) {
  const isLong = total > many || job.state === 'waiting';
  const offer = useQuery({ ...offerQuery, enabled: isLong });
  const [answer, setAnswer] = useState<boolean>();
  if (answer !== true && (answer === false || !isLong || !offer.data)) return null;
  // Asked in the press itself: browsers let nothing else ask.
  const ask = () => void requestNotify().then(setAnswer, () => setAnswer(undefined));
  return <Offer isTaken={answer === true} onTake={ask} />;
}
