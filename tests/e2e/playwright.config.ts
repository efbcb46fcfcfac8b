import { defineConfig } from '@playwright/test';
import { thoroughTests } from './thorough';

/** `npm run test:all` sets it. */
const isThorough = Boolean(process.env['TEST_ALL']);

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  // A browser keeps more than one processor busy, and tests wait: of two, three make the most.
  workers: 3,
  forbidOnly: true,
  // Where a failure costs a whole run; what passes only then is told (scripts/gates/test-runner.ts).
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'together', grepInvert: isThorough ? /@alone/ : [/@alone/, thoroughTests] },
    // What measures time has the machine to itself.
    { name: 'alone', grep: /@alone/, dependencies: ['together'], workers: 1 },
  ],
});
