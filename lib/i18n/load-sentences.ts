import type { Language } from './languages';
import type { Messages } from './translate';

/** Loads the sentences of a language, from where the build puts them (`scripts/languages/language-files.ts`). */
export async function loadSentences(language: Language): Promise<Messages> {
  return (await fetch(languageFile(language))).json() as Promise<Messages>;
}

export function languageFile(language: Language) {
  return `/languages/${language}.json` as const;
}
