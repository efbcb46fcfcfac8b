import { describe, expect, it } from 'vitest';
import { releaseNotesOf } from '../../../scripts/release/release-notes-of';

const changelogWith = (before: string, after = '') => `# Changelog

${before}## [1.2.3] - 2026-01-31

- A thing.

${after}[Unreleased]: https://example.com/unreleased
[1.2.3]: https://example.com/1.2.3
`;

describe('a release', () => {
  it('has the notes of the version that its tag names', () => {
    expect(releaseNotesOf('v1.2.3', '1.2.3', changelogWith(''))).toBe('- A thing.');
  });

  it('is refused where the tag is not that of package.json', () => {
    expect(() => releaseNotesOf('v1.2.4', '1.2.3', changelogWith(''))).toThrow(
      'The tag is v1.2.4, and package.json says 1.2.3',
    );
  });

  it.each([
    ['a change', '## [Unreleased]\n\n### Added\n\n- Another thing.\n\n', '- Another thing.'],
    ['a sentence', '## [Unreleased]\n\nSomething else.\n\n', 'Something else.'],
    ['a change, without brackets', '## Unreleased\n\n- Another thing.\n\n', '- Another thing.'],
  ])('is refused where the changelog still names %s as unreleased', (_, unreleased, named) => {
    expect(() => releaseNotesOf('v1.2.3', '1.2.3', changelogWith(unreleased))).toThrow(
      `CHANGELOG.md still names under [Unreleased]: ${named}`,
    );
  });

  it.each([
    ['is empty', '## [Unreleased]\n\n'],
    ['has headings alone', '## [Unreleased]\n\n### Added\n\n### Fixed\n\n'],
    ['is not there', ''],
    ['has the addresses of links alone', '', '## [Unreleased]\n\n'],
  ])('is not refused where that section %s', (_, before, after?: string) => {
    expect(releaseNotesOf('v1.2.3', '1.2.3', changelogWith(before, after))).toBe('- A thing.');
  });
});
