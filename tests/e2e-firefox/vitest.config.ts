import { defineConfig } from 'vitest/config';

/** What `npm test` leaves to `npm run test:all`: Chromium's tests go the same ways, but for how Firefox shows them. */
const thorough = ['access-in-use.test.ts', 'sign-in.test.ts'];

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    exclude: process.env['TEST_ALL'] ? [] : thorough,
    maxWorkers: 4,
    allowOnly: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Where a failure costs a whole run; what passes only then is told.
    retry: process.env['CI'] ? 1 : 0,
  },
});
