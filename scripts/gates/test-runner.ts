import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { run } from '../run-command';
import type { Tally } from './tally';

/** Runs the unit tests of a Vitest configuration, and counts them. */
export function vitest(args: readonly string[] = [], environment: Record<string, string> = {}): Tally {
  const report = reportPath('vitest');
  const succeeded = run(
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    environment,
  );
  const counts = readReport(report, z.object({ numPassedTests: z.int(), numFailedTests: z.int() }));
  return tally(succeeded, counts?.numPassedTests ?? 0, counts?.numFailedTests ?? 0);
}

/** Runs the tests of a Playwright configuration, and counts them; those that pass only when tried again are told apart. */
export function playwright(config: string, environment: Record<string, string> = {}): Tally {
  const report = reportPath('playwright');
  const succeeded = run('playwright', ['test', '--config', config, '--reporter=list,json'], {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const stats = z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() });
  const counts = readReport(report, z.object({ stats }))?.stats;
  const { expected = 0, unexpected = 0, flaky = 0 } = counts ?? {};
  if (flaky > 0)
    console.log(`\n${flaky} passed only when tried again: each is a defect, of the product or of the test.`);
  return tally(succeeded, expected + flaky, unexpected);
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
