import type { Language } from './languages';

/** Where the sentences of a language are; the build puts them there (`scripts/languages/language-files.ts`). */
export function languageFile(language: Language) {
  return `/languages/${language}.json` as const;
}
