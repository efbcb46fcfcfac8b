import { isUnderWay, type Job } from '../../job';
import type { RecordAccount } from '../record-accounts';

/** The account of a job for programs: what the job was, and each record as it stands in the account. */
export function jsonOf(job: Job, records: readonly RecordAccount[]): string {
  const { id, kind, dataCenter, org, module, tagNames, state, problem, undoOf, undoneBy } = job;
  const facts = {
    id,
    kind,
    dataCenter,
    org,
    module,
    tagNames,
    createdAt: isoTime(job.createdAt),
    endedAt: job.endedAt === undefined ? undefined : isoTime(job.endedAt),
    state,
    // Its values name organizations, this one's or another's.
    problem: problem && !isUnderWay(job) ? { code: problem.code } : undefined,
    undoOf,
    undoneBy,
  };
  return `${JSON.stringify({ job: facts, records }, undefined, 2)}\n`;
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
