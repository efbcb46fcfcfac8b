import { notesOf } from './notes-of';
import { unreleasedIn } from './unreleased';

/**
 * The notes that a tag's release gets. Throws where it would not be what the tag says, or would have more in it than its
 * notes.
 */
export function releaseNotesOf(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}`);
  const [unreleased] = unreleasedIn(changelog);
  if (unreleased) throw new Error(`CHANGELOG.md still names under [Unreleased]: ${unreleased}`);
  return notesOf(changelog, version);
}
