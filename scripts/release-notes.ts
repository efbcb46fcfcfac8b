/**
 * `npm run release:notes -- v1.2.3 notes.md`: writes what CHANGELOG.md says of the tag's version into a file. Fails where
 * it says nothing or does not date it, where it still names anything under [Unreleased], or where the tag is not that of
 * the version in package.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { releaseNotesOf } from './release/release-notes-of';
import { root } from './run-command';

const [tag, file] = process.argv.slice(2);
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

if (!tag || !file) throw new Error('Usage: npm run release:notes -- <tag> <file>');
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
writeFileSync(file, `${releaseNotesOf(tag, version, changelog)}\n`);
