/** The languages that the extension speaks; the sentences of each are in `locales/<code>.json`. */
export const languageCodes = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'hi'] as const;

export type Language = (typeof languageCodes)[number];

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
