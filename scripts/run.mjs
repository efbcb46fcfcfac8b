/**
 * `node scripts/run.mjs <script.ts> [arguments]`: runs one of the project's scripts after seeing to it that the
 * packages it needs are there. Plain JavaScript without dependencies: it is what a fresh clone starts with.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...scriptArguments] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This project needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

if (!packagesAreCurrent()) {
  console.log('Installing packages…');
  run('npm', ['ci', '--no-audit', '--no-fund'], process.platform === 'win32');
}
run(process.execPath, ['--import', 'tsx', script, ...scriptArguments]);

/** npm writes this file last, so it is as old as the last whole install. */
function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

function run(command, args, shell = false) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}
