import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import JSZip from 'jszip';

/** What a zip holds, by path. */
export type ZipFiles = Map<string, Buffer>;

export async function readZip(path: string): Promise<ZipFiles> {
  const zip = await JSZip.loadAsync(await readFile(path));
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(
    await Promise.all(files.map(async (file) => [file.name, await file.async('nodebuffer')] as const)),
  );
}

/** The same files make the same bytes, on any day and any machine: they stand in one order, of one date. */
export async function writeZip(path: string, files: ZipFiles): Promise<void> {
  const zip = new JSZip();
  const date = new Date('1980-01-01T00:00:00Z');
  for (const name of [...files.keys()].sort()) {
    zip.file(name, files.get(name) ?? '', { date, createFolders: false });
  }
  const options = { compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'DOS' } as const;
  await writeFile(path, await zip.generateAsync({ ...options, type: 'nodebuffer' }));
}

/** Where two sets of files are not the same, byte by byte. */
export function differences(packed: ZipFiles, built: ZipFiles): string[] {
  return [...new Set([...packed.keys(), ...built.keys()])].sort().flatMap((name) => {
    const [inPackage, inBuild] = [packed.get(name), built.get(name)];
    if (!inPackage) return [`${name} is built, but not in the package`];
    if (!inBuild) return [`${name} is in the package, but not built`];
    return inPackage.equals(inBuild) ? [] : [`${name} is built with other bytes than in the package`];
  });
}

/** Writes the files into a folder. */
export function unpack(files: ZipFiles, folder: string): void {
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** The files in a folder, as they would stand in a zip of it. */
export function filesIn(folder: string): ZipFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}
