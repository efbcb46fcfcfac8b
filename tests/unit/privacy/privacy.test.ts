import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-command';

/** Where the code names what it stores: items of a storage area, prefixes of those of a tab, stores of the database. */
const named = [
  /new StoredItem\('(?:local|session)', '(\w+)'/g,
  /new StoredItem\('(?:local|session)', `(\w+?)[:-]\$\{/g,
  /new VersionedItem\('(\w+)'/g,
  /[pP]refix = '(\w+)-';/g,
  /createObjectStore\('(\w+)'/g,
  /^const key = '(\w+)';/gm,
];

it('the privacy policy tells of everything that is stored, and of nothing else', () => {
  const sources = ['lib', 'entrypoints', 'components'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')),
  );
  const storing = sources.filter((code) =>
    /new (?:Stored|Versioned)Item|createObjectStore|localStorage/.test(code),
  );
  const stored = storing.flatMap((code) =>
    named.flatMap((name) => [...code.matchAll(name)].map(([, key]) => key)),
  );
  const policy = readFileSync(join(root, 'PRIVACY.md'), 'utf8');
  const rows = policy.split('\n').filter((line) => line.startsWith('|'));
  const told = rows.flatMap((row) =>
    [...(row.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, key]) => key),
  );
  expect(stored.length).toBeGreaterThan(10);
  expect(new Set(told)).toEqual(new Set(stored));
});
