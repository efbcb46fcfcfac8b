/** The languages that the extension speaks, each by its own name; its sentences are in `locales/<code>.json`. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
  'zh-CN': '简体中文',
  hi: 'हिन्दी',
} as const;

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as [Language, ...Language[]];

/**
 * The language that serves a reader of another one best: the same, else one of the same language and script (who
 * reads `pt-PT` can read `pt-BR`, but who reads `zh-TW` not `zh-CN`), else English.
 *
 * @param wanted a language tag such as the browser's `de-AT`
 */
export function closestLanguage(wanted: string): Language {
  const meant = likely(wanted);
  const known = languageCodes.map((code) => ({ code, likely: likely(code) }));
  const sameRegion = known.find(({ likely: one }) => one.toString() === meant.toString());
  const sameScript = known.find(
    ({ likely: { language, script } }) => language === meant.language && script === meant.script,
  );
  return (sameRegion ?? sameScript)?.code ?? 'en';
}

function likely(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return new Intl.Locale('en').maximize();
  }
}
