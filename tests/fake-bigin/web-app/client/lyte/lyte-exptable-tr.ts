import type { Row } from '../../wire/messages';
import { el } from '../dom';
import { fill, messages } from '../language/language';
import type { Column } from '../parts/columns';
import type { LyteCheckbox, Ticked } from './lyte-checkbox';

export const rowHeight = 44;

/** One half of a record's row, or the whole of it where no columns are pinned. */
export class LyteExptableTr extends HTMLElement {
  #checkbox: LyteCheckbox | undefined;

  show(row: Row, columns: Column[], index: number): void {
    this.id = row.id;
    this.className = 'cxLvTableRow';
    this.setAttribute('data-zcqa', 'detailView');
    this.style.top = `${index * rowHeight}px`;
    for (const column of columns) {
      const cell = el('lyte-exptable-td');
      cell.show(column, row);
      if (column.kind === 'check') {
        const label = fill(messages.selectRow, { name: row.name });
        cell.append(this.#makeCheckbox(`selectEntity_${row.id}`, label));
      }
      this.append(cell);
    }
  }

  showHeadings(columns: Column[]): void {
    this.id = 'cxLvTableHeaderRow';
    this.className = 'cxLvTableHeader';
    for (const column of columns) {
      const cell = el('lyte-exptable-td');
      cell.showHeading(column);
      if (column.kind === 'check') {
        const checkbox = this.#makeCheckbox('selectCheckbox', messages.selectPage);
        checkbox.setAttribute('data-zcqa', 'listView_selectAllEntity');
        cell.append(checkbox);
      }
      this.append(cell);
    }
  }

  set selected(selected: boolean) {
    this.classList.toggle('cxLvTableRowSelected', selected);
    this.ticked = selected ? 'yes' : 'no';
  }

  set ticked(ticked: Ticked) {
    if (this.#checkbox) this.#checkbox.ticked = ticked;
  }

  #makeCheckbox(id: string, label: string): LyteCheckbox {
    this.#checkbox = el('lyte-checkbox', { id });
    this.#checkbox.label = label;
    return this.#checkbox;
  }
}
