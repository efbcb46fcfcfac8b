import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-command';

it('the privacy policy says that it is of the version that package.json names', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const policy = readFileSync(join(root, 'PRIVACY.md'), 'utf8');
  expect(/^_As of \w+ \d{4}, for version (\S+)\._$/m.exec(policy)?.[1]).toBe(version);
});
