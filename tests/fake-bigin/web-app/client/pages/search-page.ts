import type { PagedRows } from '../../wire/messages';
import { el } from '../dom';
import { loadResults, loadSearch } from '../data';
import { fill, messages } from '../language/language';
import { recordTable } from '../parts/record-table';
import { pager } from '../parts/pager';
import { orMessage } from './message-page';
import type { Page } from './page';

export const searchPage: Page<'search'> = async (main, route, gone) => {
  const { word, found } = await loadSearch(route.word);
  if (gone.aborted) return;

  /** Its selection is kept over its pages, where it has more than one. */
  const resultTable = (first: PagedRows): HTMLElement => {
    const { section, table } = recordTable(first);
    if (first.total <= first.perPage) return section;
    const footer = el('div', { class: 'cxLvFooter' });
    const showPager = (list: PagedRows) =>
      footer.replaceChildren(pager(list, { onPage: (page) => void orMessage(main, gone, goTo(page)) }));
    const goTo = async (page: number) => {
      const list = await loadResults(first.module, word, page);
      if (gone.aborted) return;
      table.showRows(list);
      showPager(list);
    };
    showPager(first);
    section.append(footer);
    return section;
  };

  const title = el('h1', {}, fill(messages.results, { word }));
  const results =
    found.length > 0 ? found.map(resultTable) : [el('p', { class: 'emptyList' }, messages.empty)];
  main.replaceChildren(el('div', { class: 'searchView' }, title, ...results));
};
