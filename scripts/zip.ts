/** `npm run zip`: the packages for all stores, into .output/. */
import { relative } from 'node:path';
import { makePackages } from './packages/make-packages';
import { packagePaths } from './packages/package-paths';
import { root } from './run-command';

if (!(await makePackages())) process.exit(1);
const [chrome, edge, firefox, sources] = [
  packagePaths.chrome,
  packagePaths.edge,
  packagePaths.firefox,
  packagePaths.firefoxSources,
].map((path) => relative(root, path));
console.log(`
Chrome Web Store       ${chrome}
Edge Add-ons           ${edge} (the same file)
Firefox Add-ons        ${firefox}
  and its source code  ${sources}`);
