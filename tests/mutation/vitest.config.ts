import { defineConfig } from 'vitest/config';
import base from '../../vitest.config';
import { QuickestFirst } from './quickest-first';

/** The tests that tell of lib/jobs and lib/selection, without those that take long to tell. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['tests/unit/{jobs,selection}/**/*.test.{ts,tsx}', 'tests/unit/database.test.ts'],
    exclude: [
      'tests/unit/jobs/model/**',
      'tests/unit/selection/given/long-pastes.test.ts',
      'tests/unit/selection/properties/whole-pages.test.ts',
      'tests/unit/selection/{selectors,web-app}.test.ts',
    ],
    setupFiles: [
      'tests/unit/support/begin-anew.ts',
      'tests/unit/support/speak-english.ts',
      'tests/unit/support/host-permissions.ts',
      'tests/mutation/same-examples.ts',
    ],
    sequence: { sequencer: QuickestFirst },
    // A mutant is not to be found by how busy the machine is.
    testTimeout: 30_000,
  },
});
