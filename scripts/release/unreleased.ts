/** What a changelog in the form of Keep a Changelog still names under `## [Unreleased]`: its lines, but for headings. */
export function unreleasedIn(changelog: string): string[] {
  const section = changelog.split(/^## /m).find((text) => /^\[?unreleased\b/i.test(text)) ?? '';
  const [, ...lines] = section.split('\n');
  return lines.filter((line) => /^\s*[^\s#]/.test(line) && !/^\[[^\]]+\]: /.test(line));
}
