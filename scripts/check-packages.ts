/**
 * `npm run check:packages`: makes the packages, weighs what they hold, lets Mozilla's linter look at that for Firefox, builds
 * it once more from its source package, in a clean folder, and does the main job with each in its browser. What a release
 * publishes is what this has made and looked at: with an OAuth client of its own, where it gets one.
 */
import { chromiumPackageGate } from './gates/chromium-gate';
import { firefoxPackageGate } from './gates/firefox-gate';
import { linterGate, packagesGate, sourcesGate } from './gates/package-gates';
import { close, runGates } from './gates/run-gates';
import { weightGate } from './gates/weight-gate';

close(
  await runGates([
    packagesGate,
    weightGate,
    linterGate,
    sourcesGate,
    chromiumPackageGate,
    firefoxPackageGate,
  ]),
);
