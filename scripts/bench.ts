/**
 * `npm run bench`: what the extension costs the pages that it runs on, measured from outside on the production
 * build. Fails where a limit is passed. Times are processor time of the page's main thread: the median of several
 * runs, and how far they are apart.
 */
import { BenchBrowser, builtExtension, idleExtension } from '../tests/bench/bench-browser';
import { benchBusyList } from '../tests/bench/busy-list';
import type { Finding } from '../tests/bench/finding';
import { benchHugePage, benchSnapshot } from '../tests/bench/snapshot';
import { weighContentScript } from '../tests/bench/weight';
import { printFindings } from './print-findings';
import { run } from './run-command';

if (!run('wxt', ['build'])) process.exit(1);

const withIt = await BenchBrowser.start(builtExtension);
const without = await BenchBrowser.start(idleExtension);
const findings: Finding[] = [
  weighContentScript(),
  ...(await benchSnapshot(withIt)),
  ...(await benchBusyList(withIt, without)),
  ...(await benchHugePage(withIt)),
];
await without.close();
await withIt.close();

printFindings(findings);
process.exit(findings.every(({ isWithin }) => isWithin) ? 0 : 1);
