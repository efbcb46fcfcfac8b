import { weighBackground, weighContentScript, weighPopup } from '../../tests/bench/weight';
import { printFindings } from '../print-findings';
import type { Gate } from './gate';
import { oneCheck, sum } from './tally';

/** What every page of Bigin's carries, and every opening of the popup; a check for each that has a limit. */
export const weightGate: Gate = {
  name: 'weight',
  run() {
    console.log('\nweight');
    const findings = [weighContentScript(), ...weighPopup(), ...weighBackground()];
    printFindings(findings);
    const limited = findings.filter(({ limit }) => limit !== '');
    return sum(limited.map(({ what, isWithin }) => oneCheck(what, isWithin)));
  },
};
