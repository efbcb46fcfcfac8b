import { findChromium } from '../find-chromium';
import type { Gate } from './gate';
import { playwright, vitest } from './test-runner';
import { toolGate } from './tool-gate';
import { weightGate } from './weight-gate';

/** What takes longer, in the order in which one needs the other: tests in browsers run what was built. */
export const longGates: readonly Gate[] = [
  { name: 'unit and property tests', run: () => vitest() },
  toolGate('build', 'wxt', ['build']),
  toolGate('build for Firefox', 'wxt', ['build', '-b', 'firefox']),
  weightGate,
  {
    name: 'end-to-end tests in Chromium',
    run: () => playwright('tests/e2e/playwright.config.ts', { CHROMIUM_PATH: findChromium() }),
  },
];
