import { button, el } from '../dom';
import { forgetLoaded, loadList } from '../data';
import { messages } from '../language/language';
import { boardLink, listLink } from '../links';
import { SelectionBar } from '../parts/selection-bar';
import { viewPicker } from '../parts/view-picker';
import { orMessage } from './message-page';
import type { Page } from './page';

export const boardPage: Page<'board'> = async (main, route, gone) => {
  const list = await loadList({ module: 'Pipelines', cvid: route.pipeline, page: 1, perPage: 'all' });
  if (gone.aborted) return;
  const board = el('lyte-board');
  board.show(list);
  const bar = new SelectionBar('cxLvSelectedCount', { onClear: () => board.clearSelection() });
  board.addEventListener('board-selection', () => bar.show(board.selectedCount, null));
  const bulk = button(messages.bulk, { class: 'quietButton', 'data-zcqa': 'bulkMode' }, () => {
    board.bulk = !board.bulk;
    bulk.setAttribute('aria-pressed', String(board.bulk));
  });
  bulk.setAttribute('aria-pressed', 'false');
  const refresh = button(messages.refresh, { class: 'quietButton', 'data-zcqa': 'refreshList' }, () => {
    forgetLoaded();
    void orMessage(main, gone, boardPage(main, route, gone));
  });
  const header = el(
    'header',
    { class: 'cxLvHeader' },
    bar.element,
    viewPicker(list, (chosen) => location.assign(boardLink(chosen))),
    el('span', { class: 'spring' }),
    bulk,
    el('a', { class: 'quietButton', href: listLink('Pipelines') }, messages.list),
    refresh,
  );
  main.replaceChildren(el('div', { class: 'boardView' }, header, board));
};
