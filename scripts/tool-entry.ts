import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const installed = z.object({
  packages: z.record(z.string(), z.object({ bin: z.optional(z.record(z.string(), z.string())) })),
});

/**
 * The script of one of the project's own tools, for Node to run: the commands that npm makes of them need a shell on
 * Windows, in which a path with a space falls apart. Throws where no package of the project has such a tool.
 */
export function toolEntry(root: string, tool: string): string {
  const list = readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8');
  const { packages } = installed.parse(JSON.parse(list));
  for (const [path, { bin }] of Object.entries(packages)) {
    const script = bin?.[tool];
    // A package within another may be of another version.
    if (script !== undefined && path.lastIndexOf('node_modules/') === 0) return join(root, path, script);
  }
  throw new Error(`No package brings the tool ${tool}`);
}
