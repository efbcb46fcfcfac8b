import type { ListModule } from './messages';

/** The word that the web app's own links use; it is not the API name. */
export const wordOf: Record<ListModule, string> = {
  Contacts: 'contacts',
  Accounts: 'companies',
  Pipelines: 'deals',
  Products: 'products',
  Tasks: 'tasks',
  Events: 'events',
  Calls: 'calls',
  Activities: 'activities',
};

const moduleOfWord = new Map<string, ListModule>([
  ...Object.entries(wordOf).map(([module, word]) => [word, module as ListModule] as const),
  ['accounts', 'Accounts'],
  ['pipelines', 'Pipelines'],
  ['potentials', 'Pipelines'],
  ['meetings', 'Events'],
]);

/** Takes every word of the hash routes, and the API names of `/crm/…/tab/<Module>`. */
export function moduleFromWord(word: string): ListModule | undefined {
  return moduleOfWord.get(word.toLowerCase());
}
