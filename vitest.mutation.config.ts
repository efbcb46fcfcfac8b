import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config';

/** The tests that tell of lib/jobs and lib/selection, without those that take long to tell. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['tests/unit/{jobs,selection}/**/*.test.{ts,tsx}'],
      exclude: ['tests/unit/jobs/model/**'],
    },
  }),
);
