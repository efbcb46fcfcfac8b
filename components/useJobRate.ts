import { useEffect, useRef, useState } from 'react';
import type { JobProgress } from '@/lib/jobs/account/account';
import { rateOf, withSample, type Sample } from '@/lib/jobs/account/rate';

/** How often a job is looked at for its rate, in milliseconds. */
const pulse = 1_000;

/** How many records a millisecond a job settles; `undefined` while it does not run, and until that can be told. */
export function useJobRate(progress: JobProgress): number | undefined {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const latest = useRef(progress);
  useEffect(() => {
    latest.current = progress;
  });
  useEffect(() => {
    const take = () => setSamples((before) => withSample(before, latest.current, Date.now()));
    take();
    const timer = setInterval(take, pulse);
    return () => clearInterval(timer);
  }, []);
  return progress.job.state === 'running' ? rateOf(samples) : undefined;
}
