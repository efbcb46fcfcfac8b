import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../scripts/release/notes-of';
import { root } from '../../../scripts/run-command';

const changelog = `# Changelog

## [Unreleased]

### Added

- Not yet.

## [1.2.10] - 2026-02-03

### Fixed

- A thing.

## [1.2.1] - 2026-01-02

## [1.1.0]

- Undated.

## [1.0.1] - Unreleased

- Undated, too.

## [1.0.0] - 2025-12-01

- The first.

[1.0.0]: https://example.com/1.0.0
`;

describe('the notes of a release', () => {
  it('are what the changelog says of its version', () => {
    expect(notesOf(changelog, '1.2.10')).toBe('### Fixed\n\n- A thing.');
    expect(notesOf(changelog, '1.0.0')).toBe('- The first.');
  });

  it.each([
    ['is not in it', '1.2', 'has no section'],
    ['is only the beginning of another', '1.2.1', 'says nothing of 1.2.1'],
    ['has no date', '1.1.0', 'has no section'],
    ['has a word for its date', '1.0.1', 'does not end in its date'],
    ['is none', 'Unreleased', 'has no section'],
  ])('do not exist where the version %s', (_, version, message) => {
    expect(() => notesOf(changelog, version)).toThrow(message);
  });

  it('are written for the version that package.json names, be it released or not', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const written = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
    const dated = written.replace(`## [${version}] - Unreleased`, `## [${version}] - 2026-01-31`);
    expect(notesOf(dated, version)).not.toBe('');
  });
});
