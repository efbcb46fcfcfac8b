import { el } from '../dom';
import { forgetLoaded, loadList } from '../data';
import { listLink } from '../links';
import type { ListActions } from '../parts/list-frame';
import { keepPlaceInList, placeInList, type PlaceInList } from '../place-in-list';
import { showViewInAddress } from '../view-in-address';
import { orMessage } from './message-page';
import type { Page } from './page';

export const listPage: Page<'list'> = async (main, { module, cvid: inAddress }, gone) => {
  let place = placeInList(inAddress);
  const load = ({ cvid, page, perPage }: PlaceInList) => loadList({ module, cvid, page, perPage });
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
  keepPlaceInList(place);
  showViewInAddress(list);
  main.replaceChildren(view);
  view.showPage(list);
  view.table.scrollTop = place.scrolled;
  view.table.addEventListener('scrollend', () => {
    if (gone.aborted) return;
    place = { ...place, scrolled: view.table.scrollTop };
    keepPlaceInList(place);
  });
};
