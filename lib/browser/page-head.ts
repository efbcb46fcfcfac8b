import { loadRememberedLanguage } from '@/lib/i18n/remembered-language';
import { showRememberedTheme } from '@/lib/settings/theme';

/** Makes ready, before anything of a page of ours is drawn, what the page before it was like. */
export function showPageHead(): void {
  showRememberedTheme();
  loadRememberedLanguage();
}
