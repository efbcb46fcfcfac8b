/** `npm test`: every check there is, and one closing line that sums them up: `N passed, N failed`. */
import { longGates } from './gates/long-gates';
import { quickGates } from './gates/quick-gates';
import { close, runGates } from './gates/run-gates';
import { sum } from './gates/tally';

close(sum([await runGates(quickGates, 2), await runGates(longGates)]));
