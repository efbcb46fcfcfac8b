import type { Job } from '@/lib/jobs/job';
import { connectionId } from './preview-of';

/** A removal of a tag from contacts that runs, but for what is told otherwise. */
export function aJob(changes: Partial<Job> = {}): Job {
  return {
    id: 'j',
    kind: 'removal',
    connectionId,
    dataCenter: 'us',
    org: 'org1',
    module: 'Contacts',
    tagNames: ['VIP'],
    tabId: 1,
    selectionKey: 'k',
    createdAt: 0,
    state: 'running',
    dismissed: false,
    ...changes,
  };
}
