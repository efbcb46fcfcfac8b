import * as fc from 'fast-check';
import { anySchedule } from './any-schedule';
import { brokenLaws } from './laws';
import { play } from './play';
import type { Schedule } from './schedule';

/** Schedules that each of the two test files plays, unless the environment says otherwise. */
const standardRuns = process.env['TEST_ALL'] ? 1_000 : 250;

/**
 * Plays schedules, and throws the first that breaks a law, made as small as it gets. `npm test` plays the same ones
 * each time; `npm run schedules` tells others by its environment.
 */
export async function checkSchedules(half: number): Promise<void> {
  const { SCHEDULES, SCHEDULES_SEED, SCHEDULES_PATH } = process.env;
  const result = await fc.check(
    fc.asyncProperty(anySchedule, async (schedule) => {
      const broken = brokenLaws(await play(schedule));
      if (broken.length > 0) throw new Error(broken.join('\n'));
    }),
    {
      numRuns: Number(SCHEDULES ?? standardRuns),
      seed: half + Number(SCHEDULES_SEED ?? 0),
      ...(SCHEDULES_PATH !== undefined && { path: SCHEDULES_PATH }),
    },
  );
  if (!result.failed) return;
  const [schedule] = result.counterexample ?? [];
  const { seed, counterexamplePath, errorInstance } = result;
  throw new Error(
    [
      errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
      `npm run schedules -- --seed ${seed - half} --half ${half} --path ${counterexamplePath}`,
      ...(schedule ? [described(schedule)] : []),
    ].join('\n\n'),
    { cause: errorInstance },
  );
}

/** As it can be given to `play`. */
function described(schedule: Schedule): string {
  const lines = Object.entries(schedule).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
  return ['{', ...lines, '}'].join('\n');
}
