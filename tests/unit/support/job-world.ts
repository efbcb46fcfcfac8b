import { vi } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import type { Database } from '@/lib/database';
import { accountOf, type Account } from '@/lib/jobs/account/account';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import type { BatchLimits } from '@/lib/jobs/plan/batches';
import { planRemoval } from '@/lib/jobs/plan/plan-removal';
import { JobRunner, type JobRunnerOptions } from '@/lib/jobs/run/job-runner';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { clientOf, newest } from './fake';
import { previewOf } from './preview-of';
import { testDatabase } from './test-database';
import { virtualClock, type VirtualClock } from './virtual-clock';

/** The fake, a journal, and workers that run jobs on it. */
export class JobWorld {
  readonly fake: FakeBigin = createFakeBigin();
  readonly clock: VirtualClock = virtualClock();
  readonly journal: Journal;
  readonly database: Database;
  runner: JobRunner;

  private constructor(database: Database) {
    this.database = database;
    this.journal = new Journal(database);
    this.runner = this.newWorker();
  }

  static async create(): Promise<JobWorld> {
    return new JobWorld(await testDatabase());
  }

  /** A worker that was just started: it knows nothing but what the journal holds. */
  newWorker(options: Partial<JobRunnerOptions> = {}): JobRunner {
    const client = clientOf(this.fake);
    this.runner = new JobRunner({
      journal: new Journal(this.database),
      clientOf: () => client,
      clock: this.clock,
      ...options,
    });
    return this.runner;
  }

  /** A worker whose changes never come back, as those of one that is stopped. */
  newStuckWorker(reaches = false): JobRunner {
    const { accessToken } = this.fake.issueToken({ zgid: '942010964' });
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: () => Promise.resolve(accessToken),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (!request.url.includes('/actions/')) return this.fake.fetch(request);
        if (reaches) await this.fake.fetch(request);
        return new Promise<never>(() => {});
      },
    });
    return this.newWorker({ clientOf: () => client });
  }

  /** Plans a removal from contacts and starts it. */
  async start(
    tagNames: string[],
    ids = newest(this.fake, 3),
    limits?: BatchLimits,
    /** What happens between the preview and the job. */
    meanwhile: () => void = () => {},
  ): Promise<Job> {
    const preview = await previewOf(this.fake, ids);
    meanwhile();
    this.fake.requests.length = 0;
    const jobId = `job-${crypto.randomUUID()}`;
    const now = this.clock.now();
    const plan = planRemoval({ jobId, preview, tagNames, tabId: 1, now, ...(limits && { limits }) });
    await this.runner.start(plan);
    return plan.job;
  }

  /** What became of a job, once it has ended. */
  ended(jobId: string): Promise<Account> {
    return vi.waitFor(
      async () => {
        const account = await this.account(jobId);
        if (isUnfinished(account.job)) throw new Error(`${jobId} is ${account.job.state}`);
        return account;
      },
      { timeout: 5000, interval: 5 },
    );
  }

  async account(jobId: string): Promise<Account> {
    const job = await this.journal.readJob(jobId);
    if (!job) throw new Error(`no ${jobId}`);
    return accountOf(job, await this.journal.readBatches(jobId));
  }
}
