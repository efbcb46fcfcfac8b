import { BiginClient } from '@/lib/bigin/client';
import { CallPace } from '@/lib/calls/call-pace';
import type { Calls } from '@/lib/calls/calls';
import type { Database } from '@/lib/database';
import type { Account } from '@/lib/jobs/account/account';
import { accountOf } from '@/lib/jobs/account/account-of';
import { isUnderWay, type Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import type { BatchLimits } from '@/lib/jobs/plan/batches';
import { planRemoval } from '@/lib/jobs/plan/plan-removal';
import { JobRunner, type JobRunnerOptions } from '@/lib/jobs/run/job-runner';
import { freshFor } from '@/lib/preview/fresh-for';
import { passingLessons, type Lessons } from '@/lib/learnt/learnt';
import { standardRunSettings, type RunSettings } from '@/lib/settings/run-settings';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { eventually } from './eventually';
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
  /** What is known of the account; every worker goes by it. */
  lessons: Lessons = passingLessons();
  settings: RunSettings = standardRunSettings;
  /** When a waiting job is to go on, as the last worker told. */
  resumeAt: number | undefined;
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
    const calls = this.callsWith(clientOf(this.fake));
    this.runner = new JobRunner({
      journal: new Journal(this.database),
      callsOf: () => Promise.resolve(calls),
      clock: this.clock,
      settings: () => Promise.resolve(this.settings),
      onWait: (resumeAt) => void (this.resumeAt = resumeAt),
      ...options,
    });
    return this.runner;
  }

  /** A worker that makes one call at a time. */
  newPlainWorker(options: Partial<JobRunnerOptions> = {}): JobRunner {
    this.settings = { ...standardRunSettings, concurrencyStart: 1, concurrencyCeiling: 1 };
    return this.newWorker(options);
  }

  callsWith(client: BiginClient): Calls {
    const { concurrencyStart: start, concurrencyCeiling: ceiling } = this.settings;
    return {
      client,
      lessons: this.lessons,
      pace: new CallPace(this.clock, this.lessons, { start, ceiling }),
    };
  }

  /** The alarm that a waiting job asked for goes off. */
  async wake(): Promise<void> {
    if (this.resumeAt === undefined) throw new Error('no job waits');
    this.clock.pass(Math.max(0, this.resumeAt - this.clock.now()));
    await this.runner.resumeAll();
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
    return this.newWorker({ callsOf: () => Promise.resolve(this.callsWith(client)) });
  }

  /** Plans a removal from contacts and starts it. */
  async start(
    tagNames: string[],
    ids = newest(this.fake, 3),
    limits?: BatchLimits,
    /** What happens between the preview and the job: so much later that the job reads the tags again. */
    meanwhile?: () => void,
  ): Promise<Job> {
    const preview = { ...(await previewOf(this.fake, ids)), readAt: this.clock.now() };
    if (meanwhile) this.clock.pass(freshFor + 1);
    meanwhile?.();
    this.fake.requests.length = 0;
    const jobId = `job-${crypto.randomUUID()}`;
    const now = this.clock.now();
    const plan = planRemoval({ jobId, preview, tagNames, tabId: 1, now, ...(limits && { limits }) });
    await this.runner.start(plan);
    return plan.job;
  }

  /** How a job stands, once it does not run any more. */
  async ended(jobId: string): Promise<Account> {
    const account = await eventually(
      async () => {
        const current = await this.account(jobId);
        if (isUnderWay(current.job)) throw new Error(`${jobId} is ${current.job.state}`);
        return current;
      },
      { interval: 5 },
    );
    this.clock.pass(1);
    return account;
  }

  async account(jobId: string): Promise<Account> {
    const job = await this.journal.readJob(jobId);
    if (!job) throw new Error(`no ${jobId}`);
    return accountOf(job, await this.journal.readBatches(jobId));
  }
}
