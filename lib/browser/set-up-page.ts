import { rememberLanguage, speakRememberedLanguage } from '@/lib/i18n/remembered-language';
import { currentLanguage, onLanguageChanged, translate, type MessageKey } from '@/lib/i18n/translate';
import { onAppearanceChanged, readAppearance } from '@/lib/settings/appearance';
import { showTheme } from '@/lib/settings/theme';
import { loadLanguage } from './load-language';

/**
 * Makes a page of ours ready to be drawn: in the user's language and theme, now and whenever these change. One that was
 * shown before most likely looks and speaks as it did then, and is not kept waiting until that is known.
 */
export async function setUpPage(title: MessageKey): Promise<void> {
  const showLanguage = () => {
    document.documentElement.lang = currentLanguage();
    rememberLanguage(currentLanguage());
    document.title = translate(title);
  };
  onAppearanceChanged(({ theme }) => showTheme(theme));
  onLanguageChanged(showLanguage);
  const speaks = await speakRememberedLanguage();
  const stored = Promise.all([loadLanguage(), readAppearance().then(({ theme }) => showTheme(theme))]);
  if (!speaks) await stored;
}
