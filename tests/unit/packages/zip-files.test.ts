import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repack } from '../../../scripts/packages/repack';
import { differences, filesIn, readZip, unpack, writeZip } from '../../../scripts/packages/zip-files';

const files = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([name, text]) => [name, Buffer.from(text)]));

describe('packages', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'untag-zip-'));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });
  const inFolder = (name: string) => join(folder, name);

  it('have the same bytes for the same files, in whatever order and on whatever day', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01'), toFake: ['Date'] });
    await writeZip(inFolder('one.zip'), files({ 'b/c.js': 'c'.repeat(1000), 'a.js': 'a' }));
    vi.setSystemTime(new Date('2027-06-15'));
    await writeZip(inFolder('two.zip'), files({ 'a.js': 'a', 'b/c.js': 'c'.repeat(1000) }));
    expect(readFileSync(inFolder('two.zip'))).toEqual(readFileSync(inFolder('one.zip')));
  });

  it('are read as they were written', async () => {
    const written = files({ 'a.js': 'ä', 'b/c.bin': '\u0000\u0001' });
    await writeZip(inFolder('a.zip'), written);
    expect(differences(await readZip(inFolder('a.zip')), written)).toEqual([]);
  });

  it('can be unpacked and found again as files of a folder', async () => {
    const written = files({ 'a.js': 'a', 'b/c/d.js': 'd' });
    unpack(written, inFolder('unpacked'));
    expect(differences(filesIn(inFolder('unpacked')), written)).toEqual([]);
  });

  it('get files added when they are packed anew', async () => {
    await writeZip(inFolder('a.zip'), files({ 'z.js': 'z' }));
    await repack(inFolder('a.zip'), { 'README.md': 'Read me' });
    expect(await readZip(inFolder('a.zip'))).toEqual(files({ 'README.md': 'Read me', 'z.js': 'z' }));
  });

  it('differ by each file that is on one side only, or other there', () => {
    const packed = files({ same: '1', other: '1', packed: '1' });
    const built = files({ same: '1', other: '2', built: '1' });
    expect(differences(packed, built)).toEqual([
      'built is built, but not in the package',
      'other is built with other bytes than in the package',
      'packed is in the package, but not built',
    ]);
  });
});
