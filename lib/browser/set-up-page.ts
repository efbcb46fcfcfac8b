import { currentLanguage, onLanguageChanged, translate, type MessageKey } from '@/lib/i18n/translate';
import { onAppearanceChanged, readAppearance, type Appearance } from '@/lib/settings/appearance';
import { loadLanguage } from './load-language';

/** Makes a page of ours ready to be drawn: in the user's language and theme, now and whenever these change. */
export async function setUpPage(title: MessageKey): Promise<void> {
  const showTheme = ({ theme }: Appearance) => {
    document.documentElement.dataset['theme'] = theme;
  };
  const showLanguage = () => {
    document.documentElement.lang = currentLanguage();
    document.title = translate(title);
  };
  onAppearanceChanged(showTheme);
  onLanguageChanged(showLanguage);
  const [appearance] = await Promise.all([readAppearance(), loadLanguage()]);
  showTheme(appearance);
}
