import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languageCodes, type Language } from '../../lib/i18n/languages';
import { root } from '../run-command';

/** What a store shows of the extension in one language. */
export interface Listing {
  language: Language;
  /** The manifest's own, which stores take from the package: name, and what the Web Store calls the summary. */
  name: string;
  summary: string;
  /** Plain text, as all stores take it. */
  description: string;
}

const sentences = z.object({ 'app.name': z.string(), 'app.description': z.string() });

export function readListings(): Listing[] {
  return languageCodes.map((language) => {
    const locale = sentences.parse(JSON.parse(read(`lib/i18n/locales/${language}.json`)));
    const description = read(`docs/store/descriptions/${language}.txt`).trim();
    return { language, name: locale['app.name'], summary: locale['app.description'], description };
  });
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
