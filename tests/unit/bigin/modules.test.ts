import { describe, expect, it } from 'vitest';
import { moduleNames, moduleOfWord, modules, modulesOfWord } from '@/lib/bigin/modules';
import { isRecordId } from '@/lib/bigin/record-id';

describe('a module', () => {
  it('is one of the seven that remove-tags documents', () => {
    expect(moduleNames).toEqual([
      'Contacts',
      'Accounts',
      'Pipelines',
      'Products',
      'Tasks',
      'Events',
      'Calls',
    ]);
  });

  it.each([
    ['deals', 'Pipelines'],
    ['Pipelines', 'Pipelines'],
    ['companies', 'Accounts'],
    ['ACCOUNTS', 'Accounts'],
    ['meetings', 'Events'],
  ])('is named by %s', (word, module) => {
    expect(moduleOfWord(word)).toBe(module);
  });

  it.each(['Activities', 'Leads', '', 'constructor', '__proto__', 'contact'])(
    'is not named by “%s”',
    (word) => {
      expect(moduleOfWord(word)).toBeUndefined();
    },
  );

  it.each([
    ['contacts', ['Contacts']],
    ['Activities', ['Tasks', 'Events', 'Calls']],
    ['', moduleNames],
    ['leads', moduleNames],
  ])('is one of these where a page says “%s”: %j', (word, possible) => {
    expect(modulesOfWord(word)).toEqual(possible);
  });

  it('has words of its own in URLs', () => {
    const words = moduleNames.flatMap((name) => [...modules[name].urlWords]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('a record id', () => {
  it.each(['7618134000000632028', '123456789012345'])('is %s', (text) => {
    expect(isRecordId(text)).toBe(true);
  });

  it.each([
    '12345678901234',
    '76181340000006320281',
    '7618134000000632028 ',
    '+761813400000063',
    '٧٦١٨١٣٤٠٠٠٠٠٠٦٣٢',
  ])('is not “%s”', (text) => {
    expect(isRecordId(text)).toBe(false);
  });
});
