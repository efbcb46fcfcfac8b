/**
 * Bigin's modules that have tags, one row each: add or change a module here and nowhere else.
 *
 * Source: the module tables of the remove-tags documentation (API name, scope word) and URLs of the web app
 * seen in public code (URL words). The labels are Bigin's English defaults; an organization may rename them.
 */
export interface Module {
  /** The word that stands for the module in an OAuth scope: `ZohoBigin.modules.{scope}.WRITE`. */
  scope: string;
  /** The words that stand for the module in the web app's URLs. The first one builds a record's link. */
  urlWords: readonly [string, ...string[]];
  singular: string;
  plural: string;
}

export const modules = {
  Contacts: { scope: 'contacts', urlWords: ['contacts'], singular: 'Contact', plural: 'Contacts' },
  Accounts: {
    scope: 'accounts',
    urlWords: ['companies', 'accounts'],
    singular: 'Company',
    plural: 'Companies',
  },
  Pipelines: {
    scope: 'pipelines',
    urlWords: ['deals', 'pipelines'],
    singular: 'Pipeline',
    plural: 'Pipelines',
  },
  Products: { scope: 'products', urlWords: ['products'], singular: 'Product', plural: 'Products' },
  Tasks: { scope: 'tasks', urlWords: ['tasks'], singular: 'Task', plural: 'Tasks' },
  Events: { scope: 'events', urlWords: ['events', 'meetings'], singular: 'Event', plural: 'Events' },
  Calls: { scope: 'calls', urlWords: ['calls'], singular: 'Call', plural: 'Calls' },
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
