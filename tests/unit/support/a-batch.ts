import type { Batch } from '@/lib/jobs/job';

/** A batch of job `j` that is still to be sent: of one record, which has the tag. */
export function aBatch(index: number): Batch {
  return {
    jobId: 'j',
    index,
    tagNames: ['VIP'],
    wave: 0,
    state: 'planned',
    readAt: 0,
    records: [{ id: `r${index}`, tags: ['VIP'] }],
  };
}
