import type { Row } from '../../wire/messages';
import { el } from '../dom';
import { messages } from '../language/language';
import { recordLink } from '../links';

const amounts = new Intl.NumberFormat(messages.locale, { style: 'currency', currency: 'USD' });
const isAmount = (field: string) => /amount|price|revenue/i.test(field);

/** A field as the app shows it; `data-value` has what is stored, digits and all. */
export function fieldValue(row: Row, field: string): HTMLElement {
  const value = row.fields[field] ?? null;
  const link = row.links[field];
  if (link) return el('a', { href: recordLink(link.module, link.id), 'data-zcqa': link.name }, link.name);
  if (value === null) return el('span', { class: 'noValue' }, '—');
  const text = String(value);
  if (field === 'Email') return el('a', { href: `mailto:${text}` }, text);
  if (field === 'Phone' || field === 'Mobile') {
    return el('a', { href: `tel:${text.replaceAll(/[^\d+]/g, '')}` }, text);
  }
  const shown = typeof value === 'number' && isAmount(field) ? amounts.format(value) : text;
  return el('span', { 'data-value': text }, shown);
}
