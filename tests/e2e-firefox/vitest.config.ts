import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    maxWorkers: 3,
    allowOnly: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
