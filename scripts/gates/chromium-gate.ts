import { findChromium } from '../find-chromium';
import type { Gate } from './gate';
import { playwright } from './test-runner';

export const chromiumGate = gateOf('end-to-end tests in Chromium');

/** What a store hands out does the main job, and is the build beside it, file by file. */
export const chromiumPackageGate = gateOf('the packages in Chromium', ['packages.spec.ts']);

function gateOf(name: string, specs: readonly string[] = []): Gate {
  return {
    name,
    run: () => playwright('tests/e2e/playwright.config.ts', { CHROMIUM_PATH: findChromium() }, specs),
  };
}
