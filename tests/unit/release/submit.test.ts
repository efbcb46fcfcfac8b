import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-command';

// A release runs it on a Node that reads TypeScript by itself; older ones need help.
const help = Number.parseInt(process.versions.node, 10) < 24 ? ['--import', 'tsx'] : [];

it.each([
  ['in the log', {}, ''],
  ['in the summary of a workflow', { GITHUB_ACTIONS: 'true' }, '::notice::'],
])('a store without secrets is left out, which is said %s', (_, environment, prefix) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...help, join(root, 'scripts/release/submit/submit.mjs')],
    { cwd: root, encoding: 'utf8', env: { STORE: 'firefox', ...environment } },
  );
  expect(stdout).toBe(`${prefix}Not submitted to Firefox Add-ons: its secrets are not set.\n`);
  expect(status).toBe(0);
});
