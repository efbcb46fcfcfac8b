import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { root } from '../../scripts/run-command';

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

const lock = z.parse(
  z.object({
    lockfileVersion: z.literal(3),
    packages: z.record(
      z.string(),
      z.looseObject({
        resolved: z.optional(z.string()),
        integrity: z.optional(z.string()),
        dependencies: z.optional(z.record(z.string(), z.string())),
        devDependencies: z.optional(z.record(z.string(), z.string())),
      }),
    ),
  }),
  read('package-lock.json'),
);

describe('each package', () => {
  const { '': project, ...packages } = lock.packages;

  it('is what it was when it was chosen', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    const unsure = Object.entries(packages).filter(
      ([, { resolved, integrity = '' }]) =>
        // Without an address of its own, a package comes from the registry; none comes from elsewhere.
        !/^sha512-[\w+/]{86}==$/.test(integrity) || resolved !== undefined,
    );
    expect(unsure.map(([name]) => name)).toEqual([]);
  });

  it('that the project asks for is the one that is locked', () => {
    const asked = z.parse(
      z.object({
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
      }),
      read('package.json'),
    );
    expect(project).toMatchObject(asked);
  });
});
