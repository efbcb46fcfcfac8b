import { defineConfig } from 'vitest/config';
import { compiledMessages } from './scripts/languages/compile-messages';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest(), compiledMessages()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/fake-bigin/**/*.test.ts'],
    setupFiles: ['tests/unit/support/speak-english.ts'],
    restoreMocks: true,
    coverage: {
      include: ['lib/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
