import type { Language } from './languages';
import { currentLanguage } from './translate';

/** One formatter for each language that it is asked for in, since making one takes long. */
export function perLanguage<T>(make: (language: Language) => T): () => T {
  const made = new Map<Language, T>();
  return () => {
    const language = currentLanguage();
    const known = made.get(language);
    if (known !== undefined) return known;
    const formatter = make(language);
    made.set(language, formatter);
    return formatter;
  };
}
