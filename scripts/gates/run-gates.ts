import pLimit from 'p-limit';
import type { Gate } from './gate';
import { oneCheck, sum, type Tally } from './tally';

/** Runs gates, so many at once. A failed one does not keep the others from running. */
export async function runGates(gates: readonly Gate[], atOnce = 1): Promise<Tally> {
  const limit = pLimit(atOnce);
  return sum(await Promise.all(gates.map((gate) => limit(() => timed(gate)))));
}

async function timed({ name, run }: Gate): Promise<Tally> {
  const begun = Date.now();
  const tally = await outcome({ name, run });
  console.log(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return tally;
}

/** What stands in a gate's way is told, and does not keep the others from running. */
async function outcome({ name, run }: Gate): Promise<Tally> {
  try {
    return await run();
  } catch (error) {
    console.log(`\n${name}: ${error instanceof Error ? error.message : String(error)}`);
    return oneCheck(name, false);
  }
}

/** The lines that sum all of it up, and the exit code. */
export function close({ passed, failed }: Tally): never {
  if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `  ${name}`).join('\n')}`);
  console.log(`\n${passed} passed, ${failed.length} failed`);
  process.exit(failed.length === 0 ? 0 : 1);
}
