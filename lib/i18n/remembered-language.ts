import { languageCodes, type Language } from './languages';
import { loadSentences } from './load-sentences';
import { speak, type Messages } from './translate';

/** In `localStorage`, the only store that a page can read before it is drawn. */
const key = 'language';

interface LoadedInHead {
  language: Language;
  sentences: Promise<Messages>;
}

declare global {
  /** What the script in a page's head hands on to the page. */
  var loadedInHead: LoadedInHead | undefined;
}

/** Remembers which language a page of ours speaks, for the next page. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language);
}

/** In a page's head: loads the sentences that the page before spoke, while this one's scripts are still being loaded. */
export function loadRememberedLanguage(): void {
  const language = languageCodes.find((code) => code === localStorage.getItem(key));
  if (!language) return;
  const sentences = loadSentences(language);
  // Whoever awaits it sees what failed.
  sentences.catch(() => undefined);
  globalThis.loadedInHead = { language, sentences };
}

/** Takes up the language that the head has loaded, which most likely is the user's still; `false` where it has none. */
export async function speakRememberedLanguage(): Promise<boolean> {
  const { language, sentences } = globalThis.loadedInHead ?? {};
  const loaded = await sentences?.catch(() => undefined);
  if (!language || !loaded) return false;
  speak(language, loaded);
  return true;
}
