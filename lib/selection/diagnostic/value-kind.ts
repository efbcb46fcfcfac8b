import { moduleOfWord } from '@/lib/bigin/modules';
import { digits } from './name-pattern';
import { urlPattern } from './url-pattern';

/** What kind of value an attribute has; never the value. */
export function valueKind(value: string): string {
  const text = value.trim();
  if (text === '') return '<empty>';
  if (/^\d{4,}$/.test(text)) return digits(text);
  if (/^[-+]?\d+(?:[.,]\d+)*(?:px|%)?$/.test(text)) return '<number>';
  if (moduleOfWord(text)) return '<module>';
  if (/^(?:[#/]|[a-z]+:)\S*$/i.test(text)) return `<url ${urlPattern(text.slice(0, 300))}>`;
  return /\s/.test(text) ? '<text>' : '<word>';
}

/** What kind of text stands in an element: whether there are words, and how long its first number is. */
export function textKind(text: string): string {
  const words = /\p{L}/u.test(text) ? ['words'] : [];
  const number = /\p{Nd}[\p{Nd}.,'’٬\u00a0\u202f]*/u.exec(text)?.[0].match(/\p{Nd}/gu);
  if (number) words.push(`a number of ${number.length} digits`);
  return words.join(' and ');
}
