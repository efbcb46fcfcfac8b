/**
 * `npm run bench:popup`: how soon the popup can be used, and how soon it answers a press, by the production build in
 * a browser on the fake Bigin. Writes docs/performance.md, and fails where a limit is passed.
 */
import { measureInteractions } from '../tests/bench/popup/interactions';
import { popupFindings } from '../tests/bench/popup/limits';
import { measureOpenings } from '../tests/bench/popup/openings';
import { PopupBrowser } from '../tests/bench/popup/popup-browser';
import { popupReport } from '../tests/bench/popup/report';
import { writeFigures } from '../tests/bench/performance-page';
import { weighPopup } from '../tests/bench/weight';
import { serveFakeBigin } from '../tests/fake-bigin/index';
import { printFindings } from './print-findings';
import { run } from './run-command';

if (!run('wxt', ['build'])) process.exit(1);

const bigin = await serveFakeBigin();
bigin.configure({ limits: { creditsPerDay: 10_000_000 } });
const browser = await PopupBrowser.start(bigin);
const openings = await measureOpenings(bigin, browser);
const interactions = await measureInteractions(bigin, browser);
await browser.close();
await bigin.close();

const report = popupReport(openings, interactions);
console.log(report);
writeFigures('figures of the popup', report);
const findings = [...weighPopup(), ...popupFindings(openings, interactions)];
printFindings(findings);
process.exit(findings.every(({ isWithin }) => isWithin) ? 0 : 1);
