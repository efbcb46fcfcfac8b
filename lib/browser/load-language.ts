import { browser } from 'wxt/browser';
import { closestLanguage, type Language } from '@/lib/i18n/languages';
import { loadSentences } from '@/lib/i18n/load-sentences';
import { speak, speaks } from '@/lib/i18n/translate';
import { onAppearanceChanged, readAppearance, type Appearance } from '@/lib/settings/appearance';

let loading: Promise<void> | undefined;

/** Loads the user's language, and whichever one they choose later; resolves when sentences can be made in it. */
export function loadLanguage(): Promise<void> {
  loading ??= follow();
  return loading;
}

async function follow(): Promise<void> {
  onAppearanceChanged((appearance) => {
    const language = languageOf(appearance);
    if (!speaks(language)) loading = takeUp(language);
  });
  const language = languageOf(await readAppearance());
  if (!speaks(language)) await takeUp(language);
}

function languageOf({ language }: Appearance): Language {
  return language === 'automatic' ? closestLanguage(browser.i18n.getUILanguage()) : language;
}

async function takeUp(language: Language): Promise<void> {
  speak(language, await loadSentences(language));
}
