import { lintFirefox } from '../packages/lint-firefox';
import { makePackages } from '../packages/make-packages';
import { rebuildFirefox } from '../packages/rebuild-firefox';
import type { Gate } from './gate';
import { oneCheck } from './tally';

/** Builds the extension for all browsers, and packs it: what the other gates look at. */
export const packagesGate = gateOf('packages', async () =>
  (await makePackages()) ? [] : ['The packages could not be made.'],
);

/** That Mozilla's linter has nothing to say of the Firefox package. */
export const linterGate = gateOf('Mozilla’s linter', async () => lintFirefox());

/** That the source package builds what the Firefox package holds. */
export const sourcesGate = gateOf('source package', rebuildFirefox);

/** One check, which passes where no problem is found. */
function gateOf(name: string, findProblems: () => Promise<string[]>): Gate {
  return {
    name,
    async run() {
      console.log(`\n${name}`);
      const problems = await findProblems();
      for (const problem of problems) console.log(problem);
      return oneCheck(name, problems.length === 0);
    },
  };
}
