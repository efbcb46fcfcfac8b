/**
 * `npm test`: what must hold before a change goes in, and one closing line that sums it up: `N passed, N failed`.
 * `npm run test:all` (`--all`) has every test there is run and builds from the source package: twice as long, every night
 * and before a release.
 */
import { parseArgs } from 'node:util';
import { longGates } from './gates/long-gates';
import { quickGates } from './gates/quick-gates';
import { close, runGates } from './gates/run-gates';
import { sum } from './gates/tally';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
// Test runners are processes of their own.
if (values.all) process.env['TEST_ALL'] = 'yes';

close(sum([await runGates(quickGates, 2), await runGates(longGates(values.all))]));
