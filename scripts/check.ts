/** `npm run check`: the quick ones of the checks, for while one works. */
import { quickGates } from './gates/quick-gates';
import { close, runGates } from './gates/run-gates';

close(await runGates(quickGates, 2));
