/** `npm run submit`: submits the packages to each store whose secrets are in the environment. `-- --dry-run` only signs in. */
import { submissionOf } from './release/submission';
import { run } from './run-command';

const { args, leftOut } = submissionOf(process.env);
for (const store of leftOut) console.log(`Not submitted to ${store}: its secrets are not set.`);
if (args.length > 0 && !run('wxt', ['submit', ...args, ...process.argv.slice(2)])) process.exit(1);
