import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
}

/**
 * A copy of the built extension to which notifications are permitted from the start: the browser's question for an
 * optional permission cannot be answered without a screen. All else is the production build.
 */
export async function withNotifications(built: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'untag-notifying-'));
  await cp(built, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  manifest.permissions.push(...manifest.optional_permissions.splice(0, Infinity));
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}
