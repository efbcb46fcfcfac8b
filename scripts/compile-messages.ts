import { parse } from '@formatjs/icu-messageformat-parser';
import * as z from 'zod';

const locale = /\/lib\/i18n\/locales\/[\w-]+\.json$/;

/**
 * Parses the ICU messages of the locale files when the extension is built, so that no parser is shipped (8 kB
 * gzipped) and a message that cannot be parsed ends the build. It is what intl-messageformat's guide advises.
 */
export function compileMessages() {
  return {
    name: 'compile-messages',
    enforce: 'pre' as const,
    config: () => ({
      resolve: {
        alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
      },
    }),
    transform(code: string, id: string) {
      if (!locale.test(id)) return undefined;
      const messages = z.record(z.string(), z.string()).parse(JSON.parse(code));
      const parsed = Object.entries(messages).map(([key, message]) => [
        key,
        parse(message, { ignoreTag: true }),
      ]);
      return { code: JSON.stringify(Object.fromEntries(parsed)), map: null };
    },
  };
}
