import { describe, expect, it } from 'vitest';
import { closestLanguage } from '@/lib/i18n/languages';
import { moduleLabel, moduleList } from '@/lib/i18n/module-label';

describe('the language of a browser', () => {
  it.each([
    ['en-GB', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['ja-JP', 'ja'],
    ['zh', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['hi-IN', 'hi'],
  ])('%s is served in %s', (wanted, served) => {
    expect(closestLanguage(wanted)).toBe(served);
  });

  it.each(['zh-TW', 'zh-Hant', 'sv', 'ar', 'hi-Latn', '', '!', 'c'])(
    '%j is served in English, since no other is of its language and script',
    (wanted) => {
      expect(closestLanguage(wanted)).toBe('en');
    },
  );
});

describe('what records are called', () => {
  it('is Bigin’s word for one and for several', () => {
    expect([0, 1, 2, 21].map((count) => moduleLabel('Accounts', count))).toEqual([
      'Companies',
      'Company',
      'Companies',
      'Companies',
    ]);
  });

  it('is the organization’s own word where it has one', () => {
    const words = { Accounts: { singular: 'Firma', plural: 'Firmen' } };
    expect(moduleLabel('Accounts', 1, words)).toBe('Firma');
    expect(moduleLabel('Accounts', 2, words)).toBe('Firmen');
    expect(moduleLabel('Contacts', 2, words)).toBe('Contacts');
    expect(moduleList(['Accounts', 'Calls', 'constructor'], words)).toBe('Firmen, Calls');
  });
});
