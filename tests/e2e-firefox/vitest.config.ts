import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    maxWorkers: 3,
    allowOnly: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Where a failure costs a whole run; what passes only then is told.
    retry: process.env['CI'] ? 1 : 0,
  },
});
