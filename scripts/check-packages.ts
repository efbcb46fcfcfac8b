/**
 * `npm run check:packages`: makes the packages, weighs what they hold, lets Mozilla's linter look at that for Firefox, and
 * builds it once more from its source package, in a clean folder.
 */
import { linterGate, packagesGate, sourcesGate } from './gates/package-gates';
import { close, runGates } from './gates/run-gates';
import { weightGate } from './gates/weight-gate';

close(await runGates([packagesGate, weightGate, linterGate, sourcesGate]));
