import { isLiteralElement, parse } from '@formatjs/icu-messageformat-parser';
import * as z from 'zod';

const locale = /\/lib\/i18n\/locales\/[\w-]+\.json$/;

const sentences = z.record(z.string(), z.string());

/**
 * Parses the ICU messages of a locale file when the extension is built, so that no parser is shipped (8 kB gzipped)
 * and a message that cannot be parsed ends the build. It is what intl-messageformat's guide advises. A sentence
 * without blanks stays the text that it is.
 */
export function compileMessages(json: string): Record<string, unknown> {
  const parsed = Object.entries(sentences.parse(JSON.parse(json))).map(([key, message]) => {
    const elements = parse(message, { ignoreTag: true });
    return [key, elements.every(isLiteralElement) ? message : elements];
  });
  return Object.fromEntries(parsed);
}

/** For Vite: no parser in what is built, and compiled sentences wherever a locale file is imported. */
export function compiledMessages() {
  return {
    name: 'compiled-messages',
    enforce: 'pre' as const,
    config: () => ({
      resolve: {
        alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
      },
    }),
    transform(code: string, id: string) {
      return locale.test(id) ? { code: JSON.stringify(compileMessages(code)), map: null } : undefined;
    },
  };
}
