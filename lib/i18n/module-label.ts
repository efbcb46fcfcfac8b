import { moduleNames, type ModuleName } from '@/lib/bigin/modules';
import { formatList } from './format-list';
import { translate } from './translate';

/** What an organization calls one record and several of some modules, where it has words of its own for them. */
export type ModuleWords = Partial<Record<ModuleName, { singular: string; plural: string }>>;

/** What so many records of a module are called: in the organization's own words, else in Bigin's. */
export function moduleLabel(module: ModuleName, count: number, words: ModuleWords = {}): string {
  const own = words[module];
  if (own) return count === 1 ? own.singular : own.plural;
  return translate(`module.${module}`, { count });
}

/** `Tasks, Events`: modules by what their records are called. Words that name no module are left out. */
export function moduleList(names: Iterable<string>, words?: ModuleWords): string {
  const known = [...names].filter((name): name is ModuleName => (moduleNames as string[]).includes(name));
  return formatList(known.map((name) => moduleLabel(name, 2, words)));
}
