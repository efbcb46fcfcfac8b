import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePaths } from '../../scripts/packages/package-paths';
import { differences, filesIn, readZip, unpack } from '../../scripts/packages/zip-files';
import { root } from '../../scripts/run-command';
import { builtInClientId, registerBuiltInClient } from './support/built-in-client';
import { expect, test as base } from './support/fixtures';
import { goTheWholeWay } from './support/whole-way';

/** The extension as a store hands it out: unpacked from its package. */
const test = base.extend({
  // Playwright wants the first argument destructured, even where nothing is taken.
  // oxlint-disable-next-line eslint/no-empty-pattern
  built: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'untag-package-'));
    unpack(await readZip(packagePaths.chrome), folder);
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

test.describe('the packages of the stores', () => {
  test('Chrome’s does the main job where it is loaded', async ({ extension, bigin }) => {
    await goTheWholeWay(extension, bigin);
  });

  // A release's may carry one.
  if (builtInClientId !== '') {
    test('Chrome’s does it with the client that it carries, and leaves none to set up', async ({
      extension,
      bigin,
    }) => {
      registerBuiltInClient(bigin);
      await goTheWholeWay(extension, bigin, async () => {
        const guide = await extension.openPage('welcome.html');
        await expect(guide.getByRole('heading', { level: 2 })).toHaveText([/Install/, /Connect/, /Try/]);
        await expect(guide.getByLabel('Data center')).toBeVisible();
        await expect(guide.getByLabel('Client ID')).toHaveCount(0);
        const options = await extension.openPage('options.html');
        await expect(options.getByLabel('Client ID')).toHaveValue(builtInClientId);
      });
    });
  }

  test('Edge’s is Chrome’s, byte by byte', async () => {
    const [chrome, edge] = await Promise.all([readFile(packagePaths.chrome), readFile(packagePaths.edge)]);
    expect(edge.equals(chrome)).toBe(true);
  });

  test('each holds the licenses of what it is made of', async () => {
    for (const path of [packagePaths.chrome, packagePaths.firefox]) {
      const licenses = (await readZip(path)).get('licenses.txt')?.toString() ?? '';
      expect(licenses).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
    }
  });

  for (const [browser, path] of [
    ['chrome', packagePaths.chrome],
    ['firefox', packagePaths.firefox],
  ] as const) {
    test(`the ${browser} package is the build that is tested, and nothing else`, async () => {
      const build = filesIn(join(root, `.output/${browser}-mv3`));
      expect(differences(await readZip(path), build)).toEqual([]);
    });
  }

  test('the source package holds nothing but what the build reads', async () => {
    const names = [...(await readZip(packagePaths.firefoxSources)).keys()];
    expect(names).toEqual(expect.arrayContaining(['README.md', 'package-lock.json', 'wxt.config.ts']));
    const places = names.flatMap((name) => /^(.+?)\//.exec(name)?.[1] ?? []);
    expect(new Set(places)).toEqual(new Set(['components', 'entrypoints', 'lib', 'public', 'scripts']));
    expect(names.filter((name) => /(?:^|\/)\.(?!env$)|\.(?:pem|key|log|test\.tsx?)$/.test(name))).toEqual([]);
  });
});
