/**
 * `npm run submit`: submits the packages in .output/ to each store whose secrets are in the environment, or to the one that
 * STORE names. `-- --dry-run` only signs in, to Chrome and Firefox. Node runs it as it stands, from version 22.18: beside the
 * stores' secrets, no package is installed but those of this folder.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { withLineBreaks } from '../private-key.ts';
import { submissionOf } from '../submission.ts';

const { args, leftOut } = submissionOf(process.env);
for (const store of leftOut) notice(`Not submitted to ${store}: its secrets are not set.`);

if (args.length > 0) {
  const tool = join(import.meta.dirname, 'node_modules/publish-browser-extension/bin/publish-extension.mjs');
  const { CHROME_SERVICE_ACCOUNT_PRIVATE_KEY: key = '' } = process.env;
  const { status } = spawnSync(process.execPath, [tool, ...args, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CHROME_SERVICE_ACCOUNT_PRIVATE_KEY: withLineBreaks(key) },
  });
  process.exitCode = status ?? 1;
}

/** Seen in the workflow's summary, and not only in its log. */
function notice(text) {
  console.log(process.env.GITHUB_ACTIONS ? `::notice::${text}` : text);
}
