import { findFirefox } from '../find-firefox';
import type { Gate } from './gate';
import { vitest } from './test-runner';

/** The main job in Firefox, by the package that its store takes. */
export const firefoxGate = gateOf('end-to-end tests in Firefox');

/** No more of it than the whole way once. */
export const firefoxPackageGate = gateOf('the Firefox package in Firefox', ['-t', 'the whole way once']);

/** Where there is no Firefox and none can be installed it is left out, but not where CI counts on it. */
function gateOf(name: string, args: readonly string[] = []): Gate {
  return {
    name,
    run() {
      const firefox = findFirefox();
      if (firefox) {
        return vitest(['--config', 'tests/e2e-firefox/vitest.config.ts', ...args], { FIREFOX_PATH: firefox });
      }
      console.log('\nNo Firefox was found, and none could be installed: its end-to-end tests are left out.');
      return { passed: 0, failed: process.env['CI'] ? ['a Firefox to test in'] : [] };
    },
  };
}
