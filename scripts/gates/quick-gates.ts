import { toolGate } from './tool-gate';

/** What needs neither a build nor a browser. */
export const quickGates = [
  toolGate('format', 'oxfmt', ['--check']),
  toolGate('types', 'tsc', ['--noEmit']),
  // The direction of imports is among its rules.
  toolGate('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  toolGate('unused files, exports and packages', 'knip', []),
  toolGate('languages', 'vitest', ['run', '--reporter=dot', '--no-color', 'tests/unit/i18n']),
];
