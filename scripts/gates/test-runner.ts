import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { run } from '../run-command';
import type { Tally } from './tally';

const vitestReport = z.object({
  numPassedTests: z.int(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
});

/** Runs the tests of a Vitest configuration, and counts them. */
export function vitest(args: readonly string[] = [], environment: Record<string, string> = {}): Tally {
  const report = reportPath('vitest');
  const succeeded = run(
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    environment,
  );
  const { numPassedTests = 0, testResults = [] } = readReport(report, vitestReport) ?? {};
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  return tally('Vitest', succeeded, numPassedTests, failed);
}

interface Suite {
  specs: { title: string; file: string; line: number; ok: boolean }[];
  suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), line: z.int(), ok: z.boolean() })),
  get suites() {
    return z.array(suite).optional();
  },
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), flaky: z.int() }),
  suites: z.array(suite),
});

/** Runs the tests of a Playwright configuration, and counts them; those that pass only when tried again are told apart. */
export function playwright(
  config: string,
  environment: Record<string, string> = {},
  specs: readonly string[] = [],
): Tally {
  const report = reportPath('playwright');
  const succeeded = run('playwright', ['test', '--config', config, '--reporter=list,json', ...specs], {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { stats, suites = [] } = readReport(report, playwrightReport) ?? {};
  const { expected = 0, flaky = 0 } = stats ?? {};
  if (flaky > 0)
    console.log(`\n${flaky} passed only when tried again: each is a defect, of the product or of the test.`);
  return tally('Playwright', succeeded, expected + flaky, suites.flatMap(failedIn));
}

function failedIn({ specs, suites = [] }: Suite): string[] {
  const failed = specs.filter(({ ok }) => !ok);
  return [...failed.map(({ file, line, title }) => `${file}:${line} ${title}`), ...suites.flatMap(failedIn)];
}

/** A runner that failed without a failed test, or that ran none, counts as one failure. */
function tally(runner: string, succeeded: boolean, passed: number, failed: readonly string[]): Tally {
  const isBroken = (!succeeded || passed === 0) && failed.length === 0;
  return { passed, failed: isBroken ? [`${runner} itself`] : failed };
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
