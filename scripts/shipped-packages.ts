import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from './run-command';

/** Tools of the build that put something of their own, or of what they use, into what is built. */
const shippingTools = ['wxt', '@wxt-dev/browser'];

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.optional(z.boolean()) })),
});

/** The packages whose code may reach users: what `dependencies` bring along, and those few tools. */
export function shippedPackages(): Set<string> {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const dependencies = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  return new Set([...dependencies, ...shippingTools]);
}

interface Chunk {
  fileName: string;
  modules?: Record<string, { renderedLength: number }>;
}

/** Ends the build where code of any other package is in it: it would be looked at by no audit. */
export function onlyShippedPackages(shipped: ReadonlySet<string> = shippedPackages()) {
  return {
    name: 'only-shipped-packages',
    apply: 'build' as const,
    generateBundle(_: unknown, files: Record<string, Chunk>) {
      for (const { fileName, modules = {} } of Object.values(files)) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const [, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
          if (name && renderedLength > 0 && !shipped.has(name)) {
            throw new Error(`${fileName} holds code of ${name}, which is not among what ships`);
          }
        }
      }
    },
  };
}
