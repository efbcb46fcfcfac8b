import { describe, expect, it } from 'vitest';
import { urlPattern } from '@/lib/selection/diagnostic/url-pattern';
import { textKind, valueKind } from '@/lib/selection/diagnostic/value-kind';

const id = '7618134000000632028';

describe('an attribute’s value', () => {
  it.each([
    ['', '<empty>'],
    ['  ', '<empty>'],
    [id, '<19 digits>'],
    ['12', '<number>'],
    ['1,234.50', '<number>'],
    ['44px', '<number>'],
    ['Contacts', '<module>'],
    ['Jane', '<word>'],
    ['Jane Doe', '<text>'],
    ['+49 170 1234567', '<text>'],
    [`#/contacts/${id}`, '<url #/contacts/<19 digits>>'],
    [`/crm/org942010964/tab/Contacts/${id}`, '<url /crm/org<9 digits>/tab/Contacts/<19 digits>>'],
    ['mailto:jane@example.com', '<url mailto:>'],
    ['tel:+491701234567', '<url tel:>'],
    ['jane:doe', '<url <word>:>'],
  ])('“%s” is told as %s', (value, kind) => {
    expect(valueKind(value)).toBe(kind);
  });
});

describe('a text', () => {
  it.each([
    ['', ''],
    ['…', ''],
    ['Jane Doe', 'words'],
    ['37', 'a number of 2 digits'],
    ['37 selected', 'words and a number of 2 digits'],
    ['1,234 of 3,000', 'words and a number of 4 digits'],
    ['تم تحديد ١٬٢٣٤', 'words and a number of 4 digits'],
  ])('“%s” is told as “%s”', (text, kind) => {
    expect(textKind(text)).toBe(kind);
  });
});

describe('an address', () => {
  it.each([
    [
      `https://bigin.zoho.com/bigin/org942010964/Home#/contacts/${id}?cvid=${id}`,
      'https://bigin.zoho.com/bigin/org<9 digits>/Home#/contacts/<19 digits>?cvid=<19 digits>',
    ],
    [
      'https://bigin.zoho.eu/bigin/org1/Home?TODO=addUser#/deals/kanban/8',
      'https://bigin.zoho.eu/bigin/org<1 digits>/Home?TODO=<word>#/deals/kanban/<1 digits>',
    ],
    ['https://jane.example/Jane?jane=doe', 'https://<host>/<word>?<word>=<word>'],
    ['https://jane:doe@bigin.zoho.com/bigin', 'https://<host>/bigin'],
    ['//bigin.zoho.com/jane', '//bigin.zoho.com/<word>'],
    ['#/search?word=jane%20doe', '#/search?word=<word>'],
    ['javascript:go(1)', 'javascript:'],
    ['', ''],
  ])('%s is told as %s', (url, told) => {
    expect(urlPattern(url)).toBe(told);
  });
});
