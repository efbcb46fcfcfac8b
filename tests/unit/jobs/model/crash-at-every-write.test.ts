import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordAccounts } from '@/lib/jobs/account/record-accounts';
import { anySchedule } from './any-schedule';
import { brokenLaws } from './laws';
import { play, type PlayedJob } from './play';
import type { Course, Crash, Schedule } from './schedule';

/** Each is played some fifty times. */
const count = process.env['TEST_ALL'] ? 14 : 5;

const schedules = fc.sample(anySchedule, { seed: 7, numRuns: count }).map((schedule): Schedule => ({
  ...schedule,
  // So many writes that every one of them can be crashed at.
  copies: 1,
  removal: undisturbed(schedule.removal),
  undo: undisturbed(schedule.undo),
}));

/** Without what a crash would move to another call, or to another time. */
function undisturbed(course: Course): Course {
  return { ...course, faults: [], others: [], stops: [], crashes: [] };
}

/** What is left of a job: what became of each record, and its tags. */
function endOf(job: PlayedJob | undefined) {
  return {
    state: job?.job.state,
    outcomes: recordAccounts(job?.batches ?? [])
      .map(({ outcome, changed }) => `${outcome} ${changed.toSorted().join('|')}`)
      .toSorted(),
    tags: [...(job?.tagsAfter.values() ?? [])].map((tags) => tags?.toSorted()),
  };
}

it.each(schedules.map((schedule, index) => [index, schedule] as const))(
  'a job that is taken up after a crash ends like an undisturbed one: at every write, schedule %i',
  async (_, schedule) => {
    const whole = await play(schedule);
    expect(brokenLaws(whole)).toEqual([]);
    for (const kind of ['removal', 'undo'] as const) {
      for (const at of writesOf(whole[kind])) {
        const crashed = await play({
          ...schedule,
          [kind]: { ...schedule[kind], crashes: [{ at, down: 1_000 }] },
        });
        const where = `${kind}, ${at.side} write ${at.write}`;
        expect([where, brokenLaws(crashed)]).toEqual([where, []]);
        expect([where, endOf(crashed[kind])]).toEqual([where, endOf(whole[kind])]);
      }
    }
  },
  60_000,
);

function writesOf(job: PlayedJob | undefined): Extract<Crash['at'], { write: number }>[] {
  return Array.from({ length: job?.writes ?? 0 }, (_, index) => index + 1).flatMap((write) => [
    { write, side: 'before' as const },
    { write, side: 'after' as const },
  ]);
}
