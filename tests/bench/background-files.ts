import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { withImports } from './page-files';

const manifestSchema = z.object({
  background: z.union([
    z.strictObject({ service_worker: z.string(), type: z.literal('module').optional() }),
    z.strictObject({ scripts: z.array(z.string()).min(1), type: z.literal('module').optional() }),
  ]),
});

/**
 * The scripts that the background of a built extension loads whenever it starts: those that the manifest names, and what
 * they import. Throws where it could load more than can be seen from outside.
 */
export function backgroundFiles(folder: string): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { background } = manifestSchema.parse(manifest);
  const named = 'scripts' in background ? background.scripts : [background.service_worker];
  const files = withImports(folder, named);
  for (const file of files) {
    if (/\bimportScripts\b/.test(readFileSync(join(folder, file), 'utf8'))) {
      throw new Error(`${file} loads scripts by importScripts, which are not weighed`);
    }
  }
  return files;
}
