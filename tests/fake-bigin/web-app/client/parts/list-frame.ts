import type { ListPage } from '../../wire/messages';
import { button, el } from '../dom';
import { messages } from '../language/language';
import { boardLink } from '../links';
import { pager, type PagerActions } from './pager';
import { SelectionBar, type SelectionBarActions } from './selection-bar';
import { viewPicker } from './view-picker';

export interface ListActions extends PagerActions {
  onView: (cvid: string) => void;
  onRefresh: () => void;
}

/** What stands around the rows of any list: view, selection, refresh, pages. */
export class ListFrame {
  readonly header = el('header', { class: 'cxLvHeader' });
  readonly footer = el('div', { class: 'cxLvFooter' });
  readonly #selectionBar: SelectionBar;

  constructor(
    private readonly actions: ListActions,
    selection: SelectionBarActions,
    countClass: string,
  ) {
    this.#selectionBar = new SelectionBar(countClass, selection);
  }

  showPage(list: ListPage): void {
    const boardSwitch =
      list.module === 'Pipelines'
        ? el('a', { class: 'quietButton', href: boardLink() }, messages.board)
        : null;
    const refresh = button(
      messages.refresh,
      { class: 'quietButton', 'data-zcqa': 'refreshList' },
      this.actions.onRefresh,
    );
    this.header.replaceChildren(
      this.#selectionBar.element,
      viewPicker(list, this.actions.onView),
      el('span', { class: 'spring' }),
    );
    if (boardSwitch) this.header.append(boardSwitch);
    this.header.append(refresh);
    this.footer.replaceChildren(pager(list, this.actions));
  }

  showSelected(count: number, offer: number | null): void {
    this.#selectionBar.show(count, offer);
  }
}
