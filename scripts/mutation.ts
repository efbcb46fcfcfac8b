/**
 * `npm run mutation`: breaks lib/jobs and lib/selection in thousands of small ways, one at a time, and sees whether a
 * test notices (docs/mutation.md). What was tried before and has not changed since is not tried again. `--mutate`
 * tries a part of the files; `--report` tries none, and says what is known. Fails where the score of either is too low.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../tests/bench/performance-page';
import { mutationReportSchema, ofFiles, scoreOf, type Score } from '../tests/mutation/scores';
import { root, run } from './run-command';
import { filesIn, foldersOf, hasCode } from './source-folders';

/** Of a hundred mutants, how many tests must notice in each. */
const least = 80;
const whole = ['lib/jobs', 'lib/selection'];

const { values } = parseArgs({
  options: { mutate: { type: 'string' }, report: { type: 'boolean', default: false } },
});

const part = values.mutate === undefined ? [] : ['--mutate', values.mutate];
const ran = values.report || run('stryker', ['run', 'tests/mutation/stryker.config.mjs', ...part]);
if (!ran) process.exit(1);

const outcome = join(root, '.stryker/incremental.json');
if (!existsSync(outcome)) {
  console.log('Nothing has been tried here yet: leave out --report.');
  process.exit(1);
}
const stored: unknown = JSON.parse(readFileSync(outcome, 'utf8'));
const paths = whole.flatMap(filesIn).filter(hasCode);
const report = ofFiles(mutationReportSchema.parse(stored), paths);
const row = ({ folder, files, mutants, noticed, score }: Score) => [
  folder,
  String(files),
  String(mutants),
  String(noticed),
  `${score.toFixed(1)} %`,
];
const folders = [...whole, ...foldersOf(paths).filter((folder) => !whole.includes(folder))].toSorted();
console.log(
  `\n${table(
    ['', 'Files', 'Mutants', 'Noticed', 'Score'],
    folders.map((folder) => row(scoreOf(folder, report))),
  )}\n`,
);
const low = whole.map((folder) => scoreOf(folder, report)).filter(({ score }) => score < least);
for (const { folder, score } of low) console.log(`${folder}: ${score.toFixed(1)} % is under ${least} %`);
process.exit(low.length === 0 ? 0 : 1);
