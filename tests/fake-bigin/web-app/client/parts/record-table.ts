import type { RowList } from '../../wire/messages';
import { el } from '../dom';
import { formatNumber, moduleLabel } from '../language/language';
import { SelectionBar } from './selection-bar';

/** A table of one module below a heading, with a selection of its own: related lists, search results. */
export function recordTable(list: RowList): HTMLElement {
  const table = el('crux-table-component');
  table.setUp({ id: `listcrux_${list.module}`, lazy: false });
  const bar = new SelectionBar('cxLvSelectedCount', { onClear: () => table.clearSelection() });
  table.addEventListener('cx-selection', () => bar.show(table.getData('cxPropSelectedIds').length, null));
  table.showRows(list);
  const heading = el(
    'h2',
    {},
    moduleLabel(list.module).plural,
    el('span', { class: 'sectionCount' }, formatNumber(list.total)),
  );
  return el('section', { class: 'recordTable' }, el('header', {}, heading, bar.element), table);
}
