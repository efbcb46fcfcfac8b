import { el } from '../dom';
import { forgetLoaded, loadList } from '../data';
import { listLink } from '../links';
import { ListFrame } from '../parts/list-frame';
import { OlderList } from '../parts/older-list';
import { keepPlaceInList, placeInList, type PlaceInList } from '../place-in-list';
import { orMessage } from './message-page';
import type { Page } from './page';

export const olderListPage: Page<'list'> = async (main, { module, cvid }, gone) => {
  let place = placeInList();
  const goTo = async (change: Partial<PlaceInList>) => {
    const wanted = { ...place, ...change };
    const list = await loadList({ module, cvid, page: wanted.page, perPage: wanted.perPage });
    if (gone.aborted) return;
    place = wanted;
    keepPlaceInList(place);
    frame.showPage(list);
    rows.show(list);
  };
  const go = (change: Partial<PlaceInList>) => void orMessage(main, gone, goTo(change));
  const frame = new ListFrame(
    {
      onPage: (page) => go({ page }),
      onPerPage: (perPage) => go({ perPage, page: 1 }),
      onView: (chosen) => location.assign(listLink(module, chosen)),
      onRefresh: () => {
        forgetLoaded();
        go({});
      },
    },
    { onClear: () => rows.clearSelection() },
    'lvSelectedCount',
  );
  const rows = new OlderList((count) => frame.showSelected(count, null));
  await goTo({});
  if (gone.aborted) return;
  main.replaceChildren(el('div', { class: 'olderListView' }, frame.header, rows.element, frame.footer));
};
