import type { ListModule } from '../../wire/messages';
import { boot } from '../boot';
import { options } from '../options';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { fr } from './fr';
import { hi } from './hi';
import { ja } from './ja';
import type { Messages } from './messages';
import { pt } from './pt';

const languages = new Map<string, Messages>(Object.entries({ en, de, fr, ja, hi, ar, pt }));

export const messages = languages.get(options.language) ?? en;

const numbers = new Intl.NumberFormat(messages.locale);
const plurals = new Intl.PluralRules(messages.locale);

export const formatNumber = (value: number) => numbers.format(value);

/** Fills the `{…}` of a message; a number gets the language's own digits and separators. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value) : value;
  });
}

export function selectedText(count: number): string {
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return fill(messages.selected[form], { n: count });
}

/** What the organization calls a module; its own words go before Bigin's. */
export function moduleLabel(module: ListModule): { singular: string; plural: string } {
  return boot.modules.find(({ name }) => name === module)?.own ?? messages.modules[module];
}
