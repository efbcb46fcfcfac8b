import { el } from '../dom';
import { loadSearch } from '../data';
import { fill, messages } from '../language/language';
import { recordTable } from '../parts/record-table';
import type { Page } from './page';

export const searchPage: Page<'search'> = async (main, route, gone) => {
  const { word, found } = await loadSearch(route.word);
  if (gone.aborted) return;
  const title = el('h1', {}, fill(messages.results, { word }));
  const results =
    found.length > 0 ? found.map(recordTable) : [el('p', { class: 'emptyList' }, messages.empty)];
  main.replaceChildren(el('div', { class: 'searchView' }, title, ...results));
};
