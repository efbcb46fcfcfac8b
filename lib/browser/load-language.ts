import { browser } from 'wxt/browser';
import { languageFile } from '@/lib/i18n/language-file';
import { closestLanguage, type Language } from '@/lib/i18n/languages';
import { currentLanguage, speak, type Messages } from '@/lib/i18n/translate';
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
    if (language !== currentLanguage()) loading = load(language);
  });
  await load(languageOf(await readAppearance()));
}

function languageOf({ language }: Appearance): Language {
  return language === 'automatic' ? closestLanguage(browser.i18n.getUILanguage()) : language;
}

async function load(language: Language): Promise<void> {
  const answer = await fetch(browser.runtime.getURL(languageFile(language)));
  speak(language, (await answer.json()) as Messages);
}
