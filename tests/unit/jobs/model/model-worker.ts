import { BiginClient } from '@/lib/bigin/client';
import { CallPace } from '@/lib/calls/call-pace';
import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import type { Database } from '@/lib/database';
import { Journal } from '@/lib/jobs/journal/journal';
import { JobRunner } from '@/lib/jobs/run/job-runner';
import { LearntStore } from '@/lib/learnt/learnt-store';
import { standardRunSettings } from '@/lib/settings/run-settings';
import { Life } from './life';
import { ModelFake } from './model-fake';
import { MortalDatabase } from './mortal-database';
import type { Crash, Schedule } from './schedule';

export interface WorkerWorld {
  model: ModelFake;
  database: Database;
  settings: Schedule['settings'];
  /** Has the browser wake a worker at this time. */
  onWait: (resumeAt: number) => void;
}

/** A worker that knows nothing but what the database holds, and how it ends. */
export class ModelWorker {
  readonly life = new Life();
  readonly runner: JobRunner;
  /** Writes to the database that it has begun. */
  writes = 0;

  constructor(world: WorkerWorld, crash: Crash | undefined) {
    const { model, onWait } = world;
    const { life } = this;
    const { time } = model;
    const database = new MortalDatabase(world.database, {
      life,
      time,
      crash: crash && 'write' in crash.at ? crash.at : undefined,
      onWrite: () => this.writes++,
    });
    const fetch = model.network.fetchOf(life, (count) => {
      if (crash && 'call' in crash.at && count === crash.at.call) life.end();
    });
    const clock: Clock = {
      now: () => time.now(),
      random: () => time.random(),
      sleep: (milliseconds, signal) =>
        life.lasting(time.sleep(milliseconds, signal ? AbortSignal.any([life.signal, signal]) : life.signal)),
    };
    const settings = { ...standardRunSettings, ...world.settings };
    const calls = callsWith(fetch, clock, world, new LearntStore(database));
    this.runner = new JobRunner({
      journal: new Journal(database),
      callsOf: () => calls,
      clock,
      settings: () => Promise.resolve(settings),
      onWait: (resumeAt) => {
        if (!life.isOver) onWait(resumeAt);
      },
    });
  }
}

async function callsWith(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  { model, settings }: WorkerWorld,
  store: LearntStore,
): Promise<Calls> {
  const { apiDomain, connectionId } = ModelFake.org;
  let token = model.token();
  const accessToken = (rejected?: string) => {
    if (rejected !== undefined) token = model.token();
    return Promise.resolve(token);
  };
  const lessons = await store.lessonsOf(connectionId);
  const limits = { start: settings.concurrencyStart, ceiling: settings.concurrencyCeiling };
  return {
    client: new BiginClient({ apiDomain, accessToken, fetch }),
    lessons,
    pace: new CallPace(clock, lessons, limits),
  };
}
