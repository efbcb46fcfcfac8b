/**
 * `npm run schedules`: the model of jobs (tests/unit/jobs/model/) played with many more schedules than `npm test`
 * does, others each time. `--runs` says how many and `--seed` which; a failure prints what plays that one again.
 */
import { parseArgs } from 'node:util';
import { run } from './run-command';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    path: { type: 'string' },
    half: { type: 'string' },
  },
});

console.log(`${values.runs} schedules, seed ${values.seed}`);
const succeeded = run('vitest', ['run', `tests/unit/jobs/model/schedules-${values.half ?? ''}`], {
  SCHEDULES: String(Math.ceil(Number(values.runs) / 2)),
  SCHEDULES_SEED: values.seed,
  ...(values.path !== undefined && { SCHEDULES_PATH: values.path }),
});
process.exit(succeeded ? 0 : 1);
