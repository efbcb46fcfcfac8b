import { defineConfig } from 'vitest/config';
import { thorough } from './thorough';

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
