import { readFile, writeFile } from 'node:fs/promises';
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
