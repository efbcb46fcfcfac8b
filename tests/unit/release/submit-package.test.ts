import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sourceFiles } from '../../../scripts/packages/source-package';
import { root } from '../../../scripts/run-command';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'scripts/release/submit', name), 'utf8'));

const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(read('package.json'));
const {
  packages: { '': asked, ...packages },
} = z
  .object({
    lockfileVersion: z.literal(3),
    packages: z.record(
      z.string(),
      z.object({
        version: z.optional(z.string()),
        resolved: z.optional(z.string()),
        integrity: z.optional(z.string()),
        dependencies: z.optional(z.record(z.string(), z.string())),
      }),
    ),
  })
  .parse(read('package-lock.json'));

describe('what a release submits with', () => {
  it('is one tool of one version, and not the older one that comes with WXT', () => {
    expect(Object.keys(dependencies)).toEqual(['publish-browser-extension']);
    const { version = '' } = packages['node_modules/publish-browser-extension'] ?? {};
    expect(dependencies).toEqual({ 'publish-browser-extension': version });
    // Version 4 knows no API of the Chrome Web Store but 1.1, which has ended.
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(6);
  });

  it('is what it was when it was chosen, with everything that it brings', () => {
    expect(asked?.dependencies).toEqual(dependencies);
    const unsure = Object.entries(packages).filter(
      ([, { resolved, integrity = '' }]) =>
        // Without an address of its own, a package comes from the registry; none comes from elsewhere.
        !/^sha512-[\w+/]{86}==$/.test(integrity) || resolved !== undefined,
    );
    expect(unsure.map(([name]) => name)).toEqual([]);
  });

  it('is no part of the sources that Mozilla’s reviewers get', () => {
    expect(sourceFiles.filter((pattern) => /^(?:\*|scripts\/(?:\*|release))/.test(pattern))).toEqual([]);
  });
});
