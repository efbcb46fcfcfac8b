import { languageFile } from './language-file';
import { languageCodes, type Language } from './languages';

/** In `localStorage`, the only store that a page can read before it is drawn. */
const key = 'language';

/** Remembers which language a page of ours speaks, for the next page. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language);
}

/** Has the browser load the sentences that the page before spoke while this one’s scripts are still being loaded. */
export function preloadRememberedLanguage(): void {
  const language = languageCodes.find((code) => code === localStorage.getItem(key));
  if (!language) return;
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  // As `fetch` asks without being told otherwise; another way it would be loaded twice.
  link.crossOrigin = 'anonymous';
  link.href = languageFile(language);
  document.head.append(link);
}
