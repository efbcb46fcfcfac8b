/**
 * `npm run bench:jobs`: what a removal costs on the fake with a latency and a limit of calls at once, by the
 * production build in a browser and by what people use instead, in one run. Writes docs/performance.md, and fails
 * where a limit is passed. One call a record is run for some records and scaled, unless `--whole` is given.
 */
import { parseArgs } from 'node:util';
import { CallLog } from '../tests/bench/jobs/call-log';
import { concurrency, latencyMs } from '../tests/bench/jobs/cost';
import { Engine } from '../tests/bench/jobs/engine';
import { frontWithHttp2 } from '../tests/bench/jobs/http2-front';
import { limitsOf } from '../tests/bench/jobs/limits';
import { Bench, middleByTime, type EngineCost } from '../tests/bench/jobs/measure';
import { writeReport } from '../tests/bench/jobs/report';
import { serveFakeBigin } from '../tests/fake-bigin/index';
import { printFindings } from './print-findings';
import { run } from './run-command';

const { values } = parseArgs({ options: { whole: { type: 'boolean', default: false } } });
const records = 10_000;

if (!run('wxt', ['build'])) process.exit(1);

const bigin = await serveFakeBigin();
bigin.configure({ latencyMs, limits: { concurrency, creditsPerDay: 10_000_000 } });
const bench = new Bench(bigin, new CallLog(bigin));
const front = await frontWithHttp2(bigin);
const engine = await Engine.start(front);

const first = await bench.byEngine(engine, records);
const runs: EngineCost[] = [];
while (runs.length < 5) runs.push(await bench.byEngine(engine, records));
const later = middleByTime(runs);
const oneByOne = await bench.oneByOne(values.whole ? records : 300);
const byHundreds = await bench.byHundreds(records);
const growth = [
  await bench.byEngine(engine, 100),
  await bench.byEngine(engine, 1_000),
  later,
  await bench.byEngine(engine, 50_000),
];
const { memory: inUse } = await bench.byEngine(engine, 50_000, 'in-use');
bigin.configure({ unknowns: { coql: 'refused' } });
await bench.byEngine(engine, 1_000); // learns the way of reading that is left
const byIds = await bench.byEngine(engine, records);

await engine.close();
front.close();
await bigin.close();

const figures = { first, later, oneByOne, byHundreds, growth, inUse, byIds };
console.log(writeReport(figures));
const findings = limitsOf(figures);
printFindings(findings);
process.exit(findings.every(({ isWithin }) => isWithin) ? 0 : 1);
