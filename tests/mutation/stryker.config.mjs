/**
 * `npm run mutation`: breaks lib/jobs and lib/selection in thousands of small ways, and sees whether a test notices.
 * The random schedules of tests/unit/jobs/model take half a minute each time and are left out: what they alone would
 * notice is not counted as noticed.
 *
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  mutate: ['lib/jobs/**/*.ts', 'lib/selection/**/*.ts'],
  // Stryker rewrites the paths of a tsconfig through an API that TypeScript 7 no longer has; there are none to rewrite.
  tsconfigFile: 'none.json',
  // A machine that is busy elsewhere is not to look like a test that waits for what never comes.
  timeoutMS: 15_000,
  concurrency: 2,
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/tmp',
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.stryker/report.html' },
  jsonReporter: { fileName: '.stryker/report.json' },
  // What is too low is said folder by folder: scripts/mutation.ts.
  thresholds: { high: 90, low: 80, break: null },
  ignorePatterns: ['!.wxt', '.output', 'demo-output', 'docs', 'test-results', 'coverage'],
};
