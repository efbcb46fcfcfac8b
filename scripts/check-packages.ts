/**
 * `npm run check:packages`: makes the packages, lets Mozilla's linter look at that for Firefox, and builds it once more
 * from its source package, in a clean folder.
 */
import { lintFirefox } from './packages/lint-firefox';
import { makePackages } from './packages/make-packages';
import { rebuildFirefox } from './packages/rebuild-firefox';

if (!makePackages()) process.exit(1);
const problems = [...lintFirefox(), ...(await rebuildFirefox())];
console.log(problems.join('\n') || '\nThe packages are as they should be.');
process.exit(problems.length === 0 ? 0 : 1);
