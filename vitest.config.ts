import { defineConfig } from 'vitest/config';
import { compiledMessages } from './scripts/languages/compile-messages';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest(), compiledMessages()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/fake-bigin/**/*.test.ts'],
    setupFiles: [
      'tests/unit/support/begin-anew.ts',
      'tests/unit/support/speak-english.ts',
      'tests/unit/support/host-permissions.ts',
    ],
    // Vitest leaves one processor of its own accord, of two the half.
    maxWorkers: '100%',
    // Files of one process share the modules that they load, which takes longer than most of their tests.
    isolate: false,
    restoreMocks: true,
    // It ends what hangs. Properties take seconds, and several times as long on a busy machine.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    coverage: {
      include: ['lib/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
