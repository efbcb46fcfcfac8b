import { deleteDB } from 'idb';
import type { Database } from '@/lib/database';
import { openDatabase } from '@/lib/open-database';
import type { Batch, Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import type { Tally } from '@/lib/jobs/journal/tally';
import { planRemoval } from '@/lib/jobs/plan/plan-removal';
import { urlByteLimit } from '@/lib/jobs/plan/batches';
import type { JobRunner } from '@/lib/jobs/run/job-runner';
import { freshFor } from '@/lib/preview/fresh-for';
import { explain } from '@/lib/bigin/errors/explain';
import type { Preview } from '@/lib/preview/preview';
import type { LoggedTagChange } from '../../../fake-bigin/index';
import { ModelFake } from './model-fake';
import { ModelWorker } from './model-worker';
import type { SentCall } from './network';
import {
  isLikeChosen,
  recordsOf,
  type Course,
  type OthersChange,
  type Schedule,
  type Stop,
} from './schedule';
import 'fake-indexeddb/auto';

/** How often in a row the user goes on with a job that stopped, before they leave it. */
const mostContinues = 12;

/** Rounds of waking a job after which it counts as one that never ends. */
const mostRounds = 200;

/** A job as it was left, and what its calls really did. */
export interface PlayedJob {
  job: Job;
  batches: Batch[];
  tallies: Tally[];
  changes: LoggedTagChange[];
  /** The tags of each record when the job was over; none where it was gone. */
  tagsAfter: Map<string, string[] | undefined>;
  /** Records that others changed meanwhile. */
  touched: ReadonlySet<string>;
  stops: PlayedStop[];
  course: Course;
  /** What the last worker wrote to the journal. */
  writes: number;
}

/** A cancel or a pause that was answered. */
export interface PlayedStop {
  stop: Stop;
  /** Calls that were under way. */
  underWay: SentCall[];
  /** The network's moments when it was answered, and when the user went on. */
  from: number;
  until: number;
}

export interface Played {
  schedule: Schedule;
  model: ModelFake;
  /** The records that were selected and whose tags were read. */
  preview: Preview;
  removal: PlayedJob | undefined;
  undo: PlayedJob | undefined;
}

/** Plays a schedule from the preview to the undo's end. Throws where a job comes to no end. */
export async function play(schedule: Schedule): Promise<Played> {
  const name = `model-${(databases += 1)}`;
  const database = await openDatabase(name);
  try {
    return await new Play(schedule, database).run();
  } finally {
    database.connection.close();
    void deleteDB(name);
  }
}

let databases = 0;

class Play {
  readonly #schedule: Schedule;
  readonly #database: Database;
  readonly #journal: Journal;
  readonly #model: ModelFake;
  #worker: ModelWorker | undefined;
  #crashes: Course['crashes'] = [];
  /** Counts how often the user has had a job go on. */
  #goneOn = 0;
  #touched = new Set<string>();
  readonly #failures: unknown[] = [];
  #alarm = { at: Number.NEGATIVE_INFINITY };

  constructor(schedule: Schedule, database: Database) {
    this.#schedule = schedule;
    this.#database = database;
    this.#journal = new Journal(database);
    this.#model = new ModelFake(schedule);
  }

  async run(): Promise<Played> {
    const [schedule, model] = [this.#schedule, this.#model];
    const preview = this.#preview();
    const isOld = schedule.previewAge > freshFor;
    await model.time.pass(model.time.now() + schedule.previewAge);
    for (const change of schedule.beforehand) this.#others(change, isOld);
    const removal = await this.#removal(preview);
    if (!removal) return { schedule, model, preview, removal, undo: undefined };
    for (const change of schedule.between) this.#others(change, true);
    const undo = await this.#undo(removal.job.id);
    return { schedule, model, preview, removal, undo };
  }

  /** The tags as they are: how they are read is another test's. */
  #preview(): Preview {
    const { zgid, module, connectionId } = ModelFake.org;
    const selected = recordsOf(this.#schedule).map(({ isSelected, tags }, index) => ({
      isSelected,
      tags,
      id: this.#model.ids[index] ?? '',
    }));
    return {
      id: 'preview',
      connectionId,
      dataCenter: 'us',
      org: `org${zgid}`,
      module,
      selectionKey: 'key',
      readAt: this.#model.time.now(),
      records: selected.filter(({ isSelected }) => isSelected).map(({ id, tags }) => ({ id, tags })),
      colors: [],
      missing: [],
    };
  }

  /**
   * What others do. Nobody can see that they change a tag on the same record as a job does, at the same time: so
   * while a job runs, and between a preview and a job that acts on it unread, they leave the chosen tags of
   * selected records alone.
   */
  #others(change: OthersChange, mayTouchChosen: boolean): void {
    const isOfTag = change.does === 'add' || change.does === 'remove';
    const { isSelected } = recordsOf(this.#schedule)[change.record % this.#model.ids.length] ?? {};
    if (isOfTag && isSelected && !mayTouchChosen && isLikeChosen(this.#schedule, change.tag)) return;
    this.#touched.add(this.#model.idOf(change.record));
    this.#model.change(change);
  }

  async #removal(preview: Preview): Promise<PlayedJob | undefined> {
    const { chosen, settings, removal: course, retries } = this.#schedule;
    const limits = { records: settings.batchCeiling, urlBytes: urlByteLimit };
    const request = {
      jobId: 'removal',
      preview,
      tagNames: chosen,
      tabId: 1,
      now: this.#model.time.now(),
      limits,
    };
    if (!preview.records.some(({ tags }) => tags.some((tag) => chosen.includes(tag)))) return undefined;
    const plan = planRemoval(request);
    const played = await this.#job('removal', course, (runner) => runner.start(plan));
    if (!played || !retries || played.job.state !== 'finished') return played;
    this.#endStops(played.stops);
    await this.#ask((runner) => runner.retryFailed('removal'));
    return this.#over('removal', course, played.stops, 0);
  }

  #undo(removalId: string): Promise<PlayedJob | undefined> {
    return this.#job('undo', this.#schedule.undo, (runner) => runner.undo(removalId, 'undo'));
  }

  /** Asks for a job, again until the journal has it, and has the course happen to it. */
  async #job(
    jobId: string,
    course: Course,
    ask: (runner: JobRunner) => Promise<void>,
  ): Promise<PlayedJob | undefined> {
    const { fake, time } = this.#model;
    const first = fake.tagChanges.length;
    this.#model.setFaults(course.faults);
    this.#crashes = [...course.crashes];
    this.#touched = new Set();
    this.#worker?.life.end();
    this.#worker = undefined;
    const stops: PlayedStop[] = [];
    for (const { at, ...change } of course.others) {
      void time.sleep(at).then(() => this.#others(change, false));
    }
    for (const stop of course.stops) {
      this.#note(time.sleep(stop.at).then(() => this.#stop(jobId, stop, stops)));
    }
    for (let round = 0; round < mostRounds; round++) {
      const refusal = await this.#ask(ask);
      if (await this.#journal.readJob(jobId)) return this.#over(jobId, course, stops, first);
      if (refusal === 'nothingToUndo') return undefined;
      await this.#comeBack();
    }
    throw new Error(`${jobId} was never written`);
  }

  /** What the user asks for; with the problem that they are told, if any. Time passes until everything rests. */
  async #ask(ask: (runner: JobRunner) => Promise<void>): Promise<string | undefined> {
    let refusal: string | undefined;
    const asked = ask(this.#alive().runner).catch((error: unknown) => {
      refusal = explain(error).code;
      if (refusal === 'unexpected') throw error;
    });
    this.#note(asked);
    await this.#rest();
    return refusal;
  }

  /** The worker; started by what is asked of it where there is none. */
  #alive(): ModelWorker {
    if (this.#worker && !this.#worker.life.isOver) return this.#worker;
    const crash = this.#crashes.shift();
    const onWait = (at: number) => void this.#setAlarm(at);
    const settings = this.#schedule.settings;
    const world = { model: this.#model, database: this.#database, settings, onWait };
    const worker = new ModelWorker(world, crash);
    this.#worker = worker;
    worker.life.signal.addEventListener('abort', () => {
      void this.#model.time.sleep(crash?.down ?? 0).then(() => this.#wake());
    });
    this.#note(worker.runner.resumeAll());
    return worker;
  }

  #wake(): void {
    const isAlive = this.#worker && !this.#worker.life.isOver;
    const { runner } = this.#alive();
    if (isAlive) this.#note(runner.resumeAll());
  }

  /** An alarm of the browser: the earliest that was asked for, as the product sets it. */
  async #setAlarm(at: number): Promise<void> {
    const { time } = this.#model;
    if (this.#alarm.at > time.now() && this.#alarm.at <= at) return;
    const alarm = { at };
    this.#alarm = alarm;
    await time.sleep(at - time.now());
    if (this.#alarm === alarm) this.#wake();
  }

  async #stop(jobId: string, stop: Stop, stops: PlayedStop[]): Promise<void> {
    const { network, time } = this.#model;
    if (!(await this.#stateOf(jobId))) return;
    const { runner } = this.#alive();
    const goneOn = this.#goneOn;
    await (stop.does === 'cancel' ? runner.cancel(jobId) : runner.pause(jobId));
    const played = {
      stop,
      underWay: network.underWay,
      from: network.moments,
      until: Number.POSITIVE_INFINITY,
    };
    const state = await this.#stateOf(jobId);
    // It may have ended before, or the user has it go on at the same time.
    if (state === 'finished' || state === 'stopped' || goneOn !== this.#goneOn) return;
    if (state === 'running' || state === 'waiting')
      throw new Error(`after a ${stop.does} ${jobId} is ${state}`);
    stops.push(played);
    if (stop.does !== 'pause') return;
    await time.sleep(stop.goesOnAfter);
    if ((await this.#stateOf(jobId)) !== 'paused') return;
    this.#endStops(stops);
    await this.#alive().runner.continue(jobId);
  }

  async #stateOf(jobId: string): Promise<Job['state'] | undefined> {
    return (await this.#journal.readJob(jobId))?.state;
  }

  /** The user has the job go on. */
  #endStops(stops: readonly PlayedStop[]): void {
    this.#goneOn++;
    for (const stop of stops) stop.until = Math.min(stop.until, this.#model.network.moments);
  }

  async #rest(): Promise<void> {
    await this.#model.time.pass();
    const [failure] = this.#failures;
    if (failure) throw failure;
  }

  /** The user has something else to do, and tries again. */
  async #comeBack(): Promise<void> {
    const { time } = this.#model;
    await time.pass(time.now() + 3 * 3_600_000);
  }

  /** What must not fail. */
  #note(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#failures.push(error));
  }

  /** Goes on with a job for its user until it is over, or until they leave it. */
  async #over(jobId: string, course: Course, stops: PlayedStop[], first: number): Promise<PlayedJob> {
    let continues = 0;
    for (let round = 0; round < mostRounds; round++) {
      const job = await this.#journal.readJob(jobId);
      if (!job) throw new Error(`${jobId} is gone`);
      const { state, problem, resumeAt } = job;
      if (state === 'running' || state === 'cancelling')
        throw new Error(`${jobId} stands still, and is ${state}`);
      if ((state === 'waiting' || state === 'stopped') && !problem)
        throw new Error(`${jobId} is ${state} for no reason`);
      if (state === 'waiting' && resumeAt !== undefined)
        throw new Error(`${jobId} is ${state}, and nobody wakes it`);
      if (state === 'finished' || state === 'cancelled' || continues === mostContinues) {
        return this.#played(job, course, stops, first);
      }
      this.#endStops(stops.filter(({ stop }) => stop.does === 'pause'));
      if (state === 'waiting') {
        await this.#ask((runner) => runner.continueSignedIn(ModelFake.org.connectionId));
      } else {
        continues++;
        await this.#comeBack();
        await this.#ask((runner) => runner.continue(jobId));
      }
    }
    throw new Error(`${jobId} never ends`);
  }

  async #played(job: Job, course: Course, stops: PlayedStop[], first: number): Promise<PlayedJob> {
    const { fake, ids } = this.#model;
    return {
      job,
      batches: await this.#journal.readBatches(job.id),
      tallies: await this.#journal.readTallies(job.id),
      changes: fake.tagChanges.slice(first),
      tagsAfter: new Map(ids.map((id) => [id, this.#model.tagsOf(id)])),
      touched: this.#touched,
      stops,
      course,
      writes: this.#worker?.writes ?? 0,
    };
  }
}
