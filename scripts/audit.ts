/**
 * `npm run audit`: whether a package that ships has a known vulnerability. It asks of all packages, since `--omit=dev`
 * would leave out WXT, which ships a part of itself; those that are only tools are named and do not count.
 */
import { spawnSync } from 'node:child_process';
import { verdictOf } from './audit/verdict';
import { root } from './run-command';
import { shippedPackages } from './shipped-packages';

const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
  shell: process.platform === 'win32',
});
const verdict = verdictOf(stdout, shippedPackages());

switch (verdict.kind) {
  case 'audited':
    if (verdict.others.length > 0) console.log(`Tools with advisories: ${verdict.others.join(', ')}`);
    console.log(verdict.shipped.join('\n') || 'Nothing that ships has a known vulnerability.');
    process.exitCode = verdict.shipped.length === 0 ? 0 : 1;
    break;
  case 'notOffered':
    notice(`Skipped the audit: this registry gives no advisories (${verdict.reason}).`);
    break;
  case 'failed':
    console.error(`The audit failed: ${verdict.reason || stderr}`);
    process.exitCode = 1;
}

/** Seen in the workflow's summary, and not only in its log. */
function notice(text: string): void {
  console.log(process.env['GITHUB_ACTIONS'] ? `::notice::${text}` : text);
}
