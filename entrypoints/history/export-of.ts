import type { RecordAccount } from '@/lib/jobs/account/record-accounts';
import type { Job } from '@/lib/jobs/job';

/** The account of a job as a file's text; what writes it is loaded when it is asked for. */
export async function exportOf(
  format: 'csv' | 'json',
  job: Job,
  records: readonly RecordAccount[],
): Promise<{ type: string; text: string }> {
  if (format === 'json') {
    const { jsonOf } = await import('@/lib/jobs/account/export/json');
    return { type: 'application/json', text: jsonOf(job, records) };
  }
  const { csvOf } = await import('@/lib/jobs/account/export/csv');
  return { type: 'text/csv;charset=utf-8', text: csvOf(job, records) };
}
