import { toolGate } from './tool-gate';

/** What needs neither a build nor a browser. */
export const quickGates = [
  // The longest first; of what has not changed since the last time, the outcome is remembered.
  toolGate('format', 'prettier', ['--check', '--cache', '--log-level', 'warn', '.']),
  toolGate('types', 'tsc', ['--noEmit']),
  // The direction of imports is among its rules.
  toolGate('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  toolGate('unused files, exports and packages', 'knip', []),
  toolGate('languages', 'vitest', ['run', '--reporter=dot', '--no-color', 'tests/unit/i18n']),
];
