import { findFirefox } from '../find-firefox';
import type { Gate } from './gate';
import { vitest } from './test-runner';

/** The main job in Firefox. Where there is none and none can be installed it is left out, but not where CI counts on it. */
export const firefoxGate: Gate = {
  name: 'end-to-end tests in Firefox',
  run() {
    const firefox = findFirefox();
    if (firefox) return vitest(['--config', 'tests/e2e-firefox/vitest.config.ts'], { FIREFOX_PATH: firefox });
    console.log('\nNo Firefox was found, and none could be installed: its end-to-end tests are left out.');
    return { passed: 0, failed: process.env['CI'] ? ['a Firefox to test in'] : [] };
  },
};
