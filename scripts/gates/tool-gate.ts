import { runBeside } from '../run-command';
import type { Gate } from './gate';
import { oneCheck } from './tally';

/** A tool of the project's that only says yes or no: one check. What it prints is shown when it is over. */
export function toolGate(name: string, tool: string, args: readonly string[]): Gate {
  return {
    name,
    async run() {
      const { succeeded, output } = await runBeside(tool, args);
      console.log(`\n${name}: ${succeeded ? 'passed' : 'FAILED'}\n${output.trim()}`);
      return oneCheck(name, succeeded);
    },
  };
}
