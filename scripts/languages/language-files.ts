import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageCodes } from '../../lib/i18n/languages';
import { root } from '../run-command';
import { compileMessages } from './compile-messages';

/** A file of the built extension. */
interface LanguageFile {
  relativeDest: string;
  contents: string;
}

/**
 * The sentences of each language, for the build: `languages/<code>.json`, which our pages and the worker load, and
 * `_locales/<code>/messages.json`, in which the browser finds those of the manifest.
 */
export function languageFiles(): LanguageFile[] {
  return languageCodes.flatMap((code) => {
    const json = readFileSync(join(root, 'lib/i18n/locales', `${code}.json`), 'utf8');
    return [
      { relativeDest: `languages/${code}.json`, contents: JSON.stringify(compileMessages(json)) },
      {
        relativeDest: `_locales/${code.replace('-', '_')}/messages.json`,
        contents: JSON.stringify(manifestMessages(JSON.parse(json) as Record<string, string>)),
      },
    ];
  });
}

/** `app.name` is `__MSG_app_name__` in the manifest. */
function manifestMessages(sentences: Record<string, string>): Record<string, { message: string }> {
  const ofManifest = Object.entries(sentences).filter(([key]) => /^(?:app|command)\./.test(key));
  return Object.fromEntries(
    ofManifest.map(([key, message]) => [
      key.replaceAll('.', '_'),
      { message: message.replaceAll('$', '$$$$') },
    ]),
  );
}
