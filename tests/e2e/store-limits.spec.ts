import * as z from 'zod';
import { languageCodes } from '../../lib/i18n/languages';
import { packagePaths } from '../../scripts/packages/package-paths';
import { readZip, type ZipFiles } from '../../scripts/packages/zip-files';
import { expect, test } from './support/fixtures';

/**
 * What stores refuse. Sources: Chrome's manifest reference (name, description, version, icons, commands) and its Web
 * Store's guide to listings; Microsoft's manifest format and "Publish a Microsoft Edge extension"; MDN on `name`, which
 * gives the limit of each store; Extension Workshop on Firefox's consent to data collection.
 */
const longest = {
  name: { chrome: 75, edge: 45, firefox: 50 },
  description: { chrome: 132, edge: 132, firefox: 132 },
  suggestedKeys: 4,
};

/** The keys that Microsoft lists for Manifest V3, of those that an extension like this one could have. */
const keysOfEdge = new Set([
  'action',
  'author',
  'background',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'externally_connectable',
  'homepage_url',
  'host_permissions',
  'icons',
  'incognito',
  'manifest_version',
  'minimum_chrome_version',
  'name',
  'optional_permissions',
  'options_page',
  'options_ui',
  'permissions',
  'short_name',
  'side_panel',
  'storage',
  'version',
  'version_name',
  'web_accessible_resources',
]);

const manifestSchema = z.looseObject({
  manifest_version: z.literal(3),
  name: z.string(),
  description: z.string(),
  version: z.string(),
  default_locale: z.string(),
  icons: z.record(z.string(), z.string()),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  commands: z.record(z.string(), z.object({ suggested_key: z.optional(z.unknown()) })),
});

const messagesSchema = z.record(z.string(), z.object({ message: z.string() }));

for (const [store, path] of [
  ['chrome', packagePaths.chrome],
  ['edge', packagePaths.edge],
  ['firefox', packagePaths.firefox],
] as const) {
  test.describe(`what ${store}’s store refuses is not in its package`, () => {
    test('name and description fit in every language', async () => {
      const files = await readZip(path);
      const { name, description, default_locale: standard } = manifestOf(files);
      const locales = [...files.keys()].flatMap((file) => /^_locales\/(\w+)\//.exec(file)?.[1] ?? []);
      expect(locales.sort()).toEqual(languageCodes.map((code) => code.replace('-', '_')).sort());
      expect(locales).toContain(standard);
      for (const locale of locales) {
        const messages = messagesSchema.parse(readJson(files, `_locales/${locale}/messages.json`));
        const spoken = (text: string) =>
          text.replaceAll(/__MSG_(\w+)__/g, (_, key: string) => messages[key]?.message ?? '');
        expect(spoken(name).length, locale).toBeGreaterThan(0);
        expect(spoken(name).length, locale).toBeLessThanOrEqual(longest.name[store]);
        expect(spoken(description).length, locale).toBeGreaterThan(0);
        expect(spoken(description).length, locale).toBeLessThanOrEqual(longest.description[store]);
      }
    });

    test('the version is one to four numbers, and that of the project', async () => {
      const { version } = manifestOf(await readZip(path));
      const numbers = version.split('.');
      expect(numbers.length).toBeLessThanOrEqual(4);
      for (const number of numbers) expect(number).toMatch(/^(?:0|[1-9]\d{0,4})$/);
      expect(numbers.every((number) => Number(number) <= 65_535)).toBe(true);
      expect(numbers.some((number) => number !== '0')).toBe(true);
      expect(path).toContain(`-${version}-`);
    });

    test('each icon is a PNG of the size it says, and those that are needed are there', async () => {
      const files = await readZip(path);
      const { icons } = manifestOf(files);
      expect(Object.keys(icons)).toEqual(expect.arrayContaining(['16', '48', '128']));
      for (const [size, file] of Object.entries(icons)) {
        expect(pngSize(files.get(file)), file).toEqual([Number(size), Number(size)]);
      }
    });

    test('nothing is asked for twice, and no site beside Zoho’s', async () => {
      const { permissions, host_permissions: hosts } = manifestOf(await readZip(path));
      for (const asked of [permissions, hosts]) expect(asked).toEqual([...new Set(asked)]);
      for (const host of hosts) {
        expect(host).toMatch(/^https:\/\/\w+\.(?:zoho|zohoapis|zohocloud)\.[a-z]+(?:\.[a-z]+)?\/\*$/);
      }
    });

    test('it suggests no more keys than browsers take', async () => {
      const { commands } = manifestOf(await readZip(path));
      const suggesting = Object.values(commands).filter(({ suggested_key: key }) => key !== undefined);
      expect(suggesting.length).toBeLessThanOrEqual(longest.suggestedKeys);
    });
  });
}

test('Chrome’s and Edge’s packages have no key, no update address, and only keys that Edge knows', async () => {
  const manifest = manifestOf(await readZip(packagePaths.edge));
  expect(Object.keys(manifest).filter((key) => !keysOfEdge.has(key))).toEqual([]);
  expect(manifest['minimum_chrome_version']).toMatch(/^\d+$/);
});

test('Firefox’s names itself, the least version, and what data it collects', async () => {
  const manifest = manifestOf(await readZip(packagePaths.firefox));
  expect(manifest).not.toHaveProperty('update_url');
  const { gecko } = z
    .object({
      gecko: z.looseObject({
        id: z.string(),
        strict_min_version: z.string(),
        data_collection_permissions: z.object({ required: z.array(z.string()) }),
      }),
    })
    .parse(manifest['browser_specific_settings']);
  expect(gecko).not.toHaveProperty('update_url');
  expect(gecko.id).toMatch(/^[\w.-]*@[\w.-]+$/);
  expect(gecko.strict_min_version).toMatch(/^\d+\.\d+$/);
  // As docs/permissions.md explains.
  expect(gecko.data_collection_permissions.required).toEqual(['authenticationInfo', 'websiteContent']);
});

function manifestOf(files: ZipFiles): z.infer<typeof manifestSchema> {
  return manifestSchema.parse(readJson(files, 'manifest.json'));
}

function readJson(files: ZipFiles, name: string): unknown {
  return JSON.parse(files.get(name)?.toString() ?? '');
}

/** Width and height as the head of a PNG tells them. */
function pngSize(png: Buffer | undefined): [width: number, height: number] | undefined {
  if (png?.subarray(1, 4).toString('latin1') !== 'PNG') return undefined;
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
