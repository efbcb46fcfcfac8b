import type { ListPage } from '../../wire/messages';
import { el } from '../dom';
import { options } from '../options';
import { ListFrame, type ListActions } from '../parts/list-frame';
import type { CruxTableComponent } from './crux-table-component';

/** A list: its table, what stands around it, and whether all records of the view are selected. */
export class CruxListView extends HTMLElement {
  readonly table: CruxTableComponent = el('crux-table-component');
  readonly #container = el('div', { id: 'cxLvViewContainer' }, this.table);
  #frame: ListFrame | undefined;
  #list: ListPage | undefined;
  #allSelected = false;

  setUp(actions: ListActions): void {
    this.table.setUp({ id: 'listcrux', lazy: true });
    this.#frame = new ListFrame(
      actions,
      { onClear: () => this.clearSelection(), onSelectAll: () => this.#selectAll() },
      'cxLvSelectedCount',
    );
    this.table.addEventListener('cx-selection', () => this.#showSelected());
    this.replaceChildren(this.#frame.header, this.#container, this.#frame.footer);
  }

  showPage(list: ListPage): void {
    this.#list = list;
    this.setAttribute('cx-prop-module', list.module);
    if (list.cvid !== null && options.view === 'attribute') this.setAttribute('cx-prop-cvid', list.cvid);
    this.#frame?.showPage(list);
    this.table.showRows(list);
    this.#showSelected();
  }

  clearSelection(): void {
    this.#allSelected = false;
    this.#container.classList.remove('cxLvShowOverlay');
    this.table.clearSelection();
  }

  #selectAll(): void {
    this.#allSelected = true;
    if (options.overlay) this.#container.classList.add('cxLvShowOverlay');
    this.table.showAllSelected();
  }

  #showSelected(): void {
    const total = this.#list?.total ?? 0;
    const count = this.#allSelected ? total : this.table.selectedCount;
    const offer = !this.#allSelected && this.table.wholePageSelected ? total : null;
    this.#frame?.showSelected(count, offer);
  }
}
