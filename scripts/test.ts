/**
 * `npm test`: every check there is, one after the other, and one closing line that sums them up:
 * `N passed, N failed`. A failed check does not keep the others from running.
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { weighContentScript, weighPopup } from '../tests/bench/weight';
import { findChromium } from './find-chromium';
import { printFindings } from './print-findings';
import { run } from './run-command';

interface Tally {
  passed: number;
  failed: number;
}

const tallies: Tally[] = [];

tallies.push(check('types', 'tsc', ['--noEmit']));
tallies.push(check('lint', 'oxlint', ['--type-aware', '--deny-warnings']));
tallies.push(check('format', 'prettier', ['--check', '--log-level', 'warn', '.']));
tallies.push(unitTests());
tallies.push(check('build', 'wxt', ['build']));
tallies.push(weight());
tallies.push(check('build for Firefox', 'wxt', ['build', '-b', 'firefox']));
tallies.push(endToEndTests());

const total: Tally = {
  passed: sum(tallies.map(({ passed }) => passed)),
  failed: sum(tallies.map(({ failed }) => failed)),
};
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** A tool that only says yes or no: one check. */
function check(name: string, program: string, args: string[]): Tally {
  console.log(`\n${name}`);
  return run(program, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What every page of Bigin's carries, and every opening of the popup. */
function weight(): Tally {
  console.log('\nweight');
  const findings = [weighContentScript(), ...weighPopup()];
  printFindings(findings);
  const limited = findings.filter(({ limit }) => limit !== '');
  const passed = limited.filter(({ isWithin }) => isWithin).length;
  return { passed, failed: limited.length - passed };
}

function unitTests(): Tally {
  console.log('\nunit tests');
  const report = reportPath('vitest');
  const succeeded = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counts = readReport(report, z.object({ numPassedTests: z.int(), numFailedTests: z.int() }));
  return tally(succeeded, counts?.numPassedTests ?? 0, counts?.numFailedTests ?? 0);
}

function endToEndTests(): Tally {
  console.log('\nend-to-end tests');
  const report = reportPath('playwright');
  const succeeded = run(
    'playwright',
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      CHROMIUM_PATH: findChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  const stats = z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() });
  const counts = readReport(report, z.object({ stats }))?.stats;
  return tally(succeeded, counts?.expected ?? 0, (counts?.unexpected ?? 0) + (counts?.flaky ?? 0));
}

/** A runner that failed without a failed test, or that ran none, counts as one failure. */
function tally(succeeded: boolean, passed: number, failed: number): Tally {
  return { passed, failed: (!succeeded || passed === 0) && failed === 0 ? 1 : failed };
}

function reportPath(name: string): string {
  const path = join(tmpdir(), `untag-${name}-${process.pid}.json`);
  rmSync(path, { force: true });
  return path;
}

function readReport<T>(path: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((before, number) => before + number, 0);
}
