/**
 * What a changelog in the form of Keep a Changelog says of a version: the text below `## [1.2.3] - 2026-01-31`, up to the
 * next version. Throws where there is none, or nothing in it.
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}] - `));
  if (!section) throw new Error(`CHANGELOG.md has no section "## [${version}] - <date>"`);
  const [heading = '', ...lines] = section.split('\n');
  if (!/ - \d{4}-\d{2}-\d{2}$/.test(heading)) throw new Error(`"## ${heading}" does not end in its date`);
  const notes = lines
    .filter((line) => !/^\[[^\]]+\]: /.test(line))
    .join('\n')
    .trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return notes;
}
