import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-command';

/** What the build reads. The check of the packages builds from these alone, so that none can be missing. */
export const sourceFiles = [
  'LICENSE',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'components/**',
  'entrypoints/**',
  'lib/**',
  'public/**',
  'scripts/content-security-policy.ts',
  'scripts/languages/**',
  'scripts/no-html-from-strings.ts',
  'scripts/oxc-minification.ts',
  'scripts/packages/{license-file,repack,source-package,zip-files}.ts',
  'scripts/page-chunks.ts',
  'scripts/run-command.ts',
  'scripts/shipped-packages.ts',
  'scripts/style-order.ts',
  'scripts/tool-entry.ts',
];

/**
 * What Mozilla's reviewers find beside it: how to build, as the README; and the client id, where the build carries one,
 * without which theirs would differ. A client id is public: whoever signs in sends it in an address.
 */
export function addedToSources(): Record<string, string> {
  const clientId = process.env['WXT_ZOHO_CLIENT_ID'];
  return {
    'README.md': readFileSync(join(root, 'docs/store/firefox-sources.md'), 'utf8'),
    ...(clientId && { '.env': `WXT_ZOHO_CLIENT_ID=${clientId}\n` }),
  };
}
