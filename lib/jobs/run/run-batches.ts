import type { Job } from '../job';
import type { Tally } from '../journal/tally';
import { indexAfter } from '../plan/batches';
import { BatchSize } from './batch-size';
import { batchesAtOnce, findGone, isOneCall, isStale, readsMany, refreshGroup } from './fresh-tags';
import type { RunContext } from './run-context';
import { Suspects } from './suspects';
import { workOff, type Line } from './work-off';

/**
 * Sends the batches that are planned, wave after wave. A batch that is refused for its size is halved; one that is
 * refused for a record is bisected until the record is found. Throws what a call threw that would meet every other.
 */
export async function runBatches(job: Job, context: RunContext): Promise<void> {
  const tallies = await context.journal.readTallies(job.id);
  const planned = tallies.filter(({ state }) => state === 'planned');
  const line = await lineOf(job, tallies, context);
  for (const group of await readAhead(planned, line)) {
    if (group.mustRead) await refreshGroup(job, group.tallies, line.context);
    line.queue = group.tallies.map(({ index }) => index);
    await workOff(line);
    // What is in doubt is read, and sent again where it must be, before a later wave changes the same records.
    if (line.isInDoubt) break;
  }
  await line.suspects.settle();
}

async function lineOf(job: Job, tallies: readonly Tally[], context: RunContext): Promise<Line> {
  const halt = new AbortController();
  return {
    job,
    context: { ...context, stop: AbortSignal.any([context.stop, halt.signal]) },
    // While the job stood still, anybody may have changed its records.
    changedAt: Math.max(job.endedAt ?? 0, await context.journal.othersEndedAt(job)),
    halt: () => halt.abort(),
    queue: [],
    nextIndex: indexAfter(tallies),
    size: new BatchSize(context.calls.lessons, context.batchLimits),
    suspects: new Suspects(context.journal, (ids) => findGone(job, ids, context)),
    isInDoubt: false,
  };
}

/** Batches that are sent together. */
interface Group {
  tallies: Tally[];
  /** Their tags are read first, in as few calls as there can be. */
  mustRead: boolean;
}

/**
 * What is sent after what. Tags that must be read anew are read group by group, and each group is sent before its
 * tags grow old again; so few as one group are read all at once, here, since a record may stand in several waves.
 * Where each record takes a call of its own, every batch is read by itself when its turn comes.
 */
async function readAhead(planned: readonly Tally[], { job, context, changedAt }: Line): Promise<Group[]> {
  const now = context.clock.now();
  const isOld = planned.some((tally) => isStale(tally, changedAt, now)) && readsMany(job, context);
  const isOneGroup = planned.length <= batchesAtOnce;
  if (isOneCall(job, planned, context) || (isOld && isOneGroup)) await refreshGroup(job, planned, context);
  const mustRead = isOld && !isOneGroup;
  return wavesOf(planned).flatMap((wave) =>
    inParts(wave, mustRead ? batchesAtOnce : wave.length).map((tallies) => ({ tallies, mustRead })),
  );
}

function wavesOf(planned: readonly Tally[]): Tally[][] {
  const waves = [...new Set(planned.map(({ wave }) => wave))].toSorted((a, b) => a - b);
  return waves.map((wave) => planned.filter((tally) => tally.wave === wave));
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
