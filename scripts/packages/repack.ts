import { readZip, writeZip } from './zip-files';

/** Writes a zip anew so that its bytes depend on its files alone; some may be added. */
export async function repack(path: string, added: Record<string, string> = {}): Promise<void> {
  const files = await readZip(path);
  for (const [name, text] of Object.entries(added)) files.set(name, Buffer.from(text));
  await writeZip(path, files);
}
