import { el } from '../dom';
import { forgetLoaded, loadList } from '../data';
import { listLink } from '../links';
import type { ListActions } from '../parts/list-frame';
import { keepPlaceInList, placeInList, type PlaceInList } from '../place-in-list';
import { orMessage } from './message-page';
import type { Page } from './page';

export const listPage: Page<'list'> = async (main, { module, cvid }, gone) => {
  let place = placeInList();
  const load = (wanted: PlaceInList) =>
    loadList({ module, cvid, page: wanted.page, perPage: wanted.perPage });
  const view = el('crux-list-view');

  const goTo = async (change: Partial<PlaceInList>) => {
    const wanted = { ...place, scrolled: 0, ...change };
    const list = await load(wanted);
    if (gone.aborted) return;
    place = wanted;
    keepPlaceInList(place);
    view.showPage(list);
  };
  const go = (change: Partial<PlaceInList>) => void orMessage(main, gone, goTo(change));
  const actions: ListActions = {
    onPage: (page) => go({ page }),
    onPerPage: (perPage) => go({ perPage, page: 1 }),
    onView: (chosen) => location.assign(listLink(module, chosen)),
    onRefresh: () => {
      forgetLoaded();
      view.clearSelection();
      go({});
    },
  };

  const list = await load(place);
  if (gone.aborted) return;
  view.setUp(actions);
  main.replaceChildren(view);
  view.showPage(list);
  view.table.scrollTop = place.scrolled;
  view.table.addEventListener('scrollend', () => {
    if (gone.aborted) return;
    place = { ...place, scrolled: view.table.scrollTop };
    keepPlaceInList(place);
  });
};
