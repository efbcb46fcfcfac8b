import { chromiumGate } from './chromium-gate';
import { firefoxGate } from './firefox-gate';
import type { Gate } from './gate';
import { linterGate, packagesGate, sourcesGate } from './package-gates';
import { vitest } from './test-runner';
import { weightGate } from './weight-gate';

/** What takes longer, in the order in which one needs the other: tests in browsers run what was built and packed. */
export const longGates = (isAll: boolean): readonly Gate[] => [
  { name: 'unit and property tests', run: () => vitest() },
  packagesGate,
  weightGate,
  linterGate,
  ...(isAll ? [sourcesGate] : []),
  chromiumGate,
  firefoxGate,
];
