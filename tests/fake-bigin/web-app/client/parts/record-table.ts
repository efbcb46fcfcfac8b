import type { RowList } from '../../wire/messages';
import type { CruxTableComponent } from '../crux/crux-table-component';
import { el } from '../dom';
import { formatNumber, moduleLabel } from '../language/language';
import { SelectionBar } from './selection-bar';

export interface RecordTable {
  section: HTMLElement;
  table: CruxTableComponent;
}

/** A table of one module below a heading, with a selection of its own: related lists, search results. */
export function recordTable(list: RowList): RecordTable {
  const table = el('crux-table-component');
  table.setUp({ id: `listcrux_${list.module}`, lazy: false });
  const bar = new SelectionBar('cxLvSelectedCount', { onClear: () => table.clearSelection() });
  table.addEventListener('cx-selection', () => bar.show(table.selectedCount, null));
  table.showRows(list);
  const heading = el(
    'h2',
    {},
    moduleLabel(list.module).plural,
    el('span', { class: 'sectionCount' }, formatNumber(list.total)),
  );
  const section = el('section', { class: 'recordTable' }, el('header', {}, heading, bar.element), table);
  return { section, table };
}
