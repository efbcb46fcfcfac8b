/**
 * Bigin's modules that have tags, one row each: of the product, a module is in this file and nowhere else.
 *
 * Source: the module tables of the remove-tags documentation (API name, scope word) and URLs of the web app
 * seen in public code (URL words). What records are called is a sentence of each language (`module.<name>`), unless an
 * organization has words of its own.
 */
export interface Module {
  /** The word that stands for the module in an OAuth scope: `ZohoBigin.modules.{scope}.WRITE`. */
  scope: string;
  /** The words that stand for the module in the web app's URLs. The first one builds a record's link. */
  urlWords: readonly [string, ...string[]];
}

export const modules = {
  Contacts: { scope: 'contacts', urlWords: ['contacts'] },
  Accounts: { scope: 'accounts', urlWords: ['companies', 'accounts'] },
  Pipelines: { scope: 'pipelines', urlWords: ['deals', 'pipelines'] },
  Products: { scope: 'products', urlWords: ['products'] },
  Tasks: { scope: 'tasks', urlWords: ['tasks'] },
  Events: { scope: 'events', urlWords: ['events', 'meetings'] },
  Calls: { scope: 'calls', urlWords: ['calls'] },
} as const satisfies Record<string, Module>;

export type ModuleName = keyof typeof modules;

export const moduleNames = Object.keys(modules) as [ModuleName, ...ModuleName[]];

/** The module that a word of a URL or of the page's markup names, whatever its letter case. */
export function moduleOfWord(word: string): ModuleName | undefined {
  const lower = word.toLowerCase();
  return moduleNames.find(
    (name) => name.toLowerCase() === lower || (modules[name].urlWords as readonly string[]).includes(lower),
  );
}

/** The modules whose records stand mixed in the web app's list of activities. */
const activityModules: readonly ModuleName[] = ['Tasks', 'Events', 'Calls'];

/**
 * The modules that records can be of where a word of a URL or of the page's markup stands for them: one for a
 * module's word, three for `activities`, and all of them for a word that says nothing.
 */
export function modulesOfWord(word: string): readonly ModuleName[] {
  if (word.toLowerCase() === 'activities') return activityModules;
  const module = moduleOfWord(word);
  return module ? [module] : moduleNames;
}
