import { describe, expect, it } from 'vitest';
import type { Job } from '@/lib/jobs/job';
import { lastRemoved, usedTags } from '@/lib/jobs/used-tags';
import { aJob } from '../support/a-job';

const { connectionId } = aJob();
const contacts = { connectionId, modules: ['Contacts'] } as const;
const removal = (tagNames: string[], changes: Partial<Job> = {}) => aJob({ tagNames, ...changes });

/** The newest first. */
const jobs = [
  removal(['Other'], { connectionId: 'eu:org2' }),
  removal(['Back'], { kind: 'undo', undoOf: 'j' }),
  removal(['A company’s'], { module: 'Accounts' }),
  removal(['VIP', 'Old']),
  removal(['Old', 'Lead', 'Fair']),
  removal(['VIP', 'Cold', 'Warm']),
];

describe('the tags that were last removed', () => {
  it('are those of the organization and module, each once, the latest first, and no more than are asked for', () => {
    expect(usedTags(jobs, contacts, 5)).toEqual(['VIP', 'Old', 'Lead', 'Fair', 'Cold']);
    expect(usedTags(jobs, { ...contacts, modules: ['Accounts', 'Tasks'] }, 5)).toEqual(['A company’s']);
    expect(usedTags(jobs, { ...contacts, modules: ['Tasks'] }, 5)).toEqual([]);
  });

  it('by the latest removal there', () => {
    expect(lastRemoved(jobs, contacts)).toEqual(['VIP', 'Old']);
    expect(lastRemoved(jobs, { ...contacts, modules: ['Tasks'] })).toEqual([]);
  });
});
