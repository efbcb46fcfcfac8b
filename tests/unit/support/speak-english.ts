import en from '@/lib/i18n/locales/en.json';
import { speak } from '@/lib/i18n/translate';

/** What the tests expect to read. The import is compiled, as the build does it. */
speak('en', en);
