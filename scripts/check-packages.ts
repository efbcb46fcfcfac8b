/**
 * `npm run check:packages`: makes the packages, lets Mozilla's linter look at that for Firefox, and builds it once more
 * from its source package, in a clean folder.
 */
import { linterGate, packagesGate, sourcesGate } from './gates/package-gates';
import { close, runGates } from './gates/run-gates';

close(await runGates([packagesGate, linterGate, sourcesGate]));
