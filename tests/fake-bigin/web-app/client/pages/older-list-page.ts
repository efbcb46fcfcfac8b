import { el } from '../dom';
import { forgetLoaded, loadList } from '../data';
import { listLink } from '../links';
import { ListFrame } from '../parts/list-frame';
import { OlderList } from '../parts/older-list';
import { keepPlaceInList, placeInList, type PlaceInList } from '../place-in-list';
import { showViewInAddress } from '../view-in-address';
import { orMessage } from './message-page';
import type { Page } from './page';

export const olderListPage: Page<'list'> = async (main, { module, cvid: inAddress }, gone) => {
  let place = placeInList(inAddress);
  const goTo = async (change: Partial<PlaceInList>) => {
    const wanted = { ...place, ...change };
    const { cvid, page, perPage } = wanted;
    const list = await loadList({ module, cvid, page, perPage });
    if (gone.aborted) return;
    place = wanted;
    keepPlaceInList(place);
    showViewInAddress(list);
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
        rows.clearSelection();
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
