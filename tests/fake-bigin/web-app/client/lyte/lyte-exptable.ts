import type { ListModule, Row } from '../../wire/messages';
import { el } from '../dom';
import { options } from '../options';
import type { Column } from '../parts/columns';
import type { Ticked } from './lyte-checkbox';
import { rowHeight, type LyteExptableTr } from './lyte-exptable-tr';

/** One half of a table. It draws the rows that its owner asks for, and takes all others out of the document. */
export class LyteExptable extends HTMLElement {
  readonly #header = el('lyte-exptable-tr');
  readonly #body = el('div', { class: 'cxLvTableBody' });
  readonly #drawn = new Map<number, LyteExptableTr>();
  #columns: Column[] = [];
  #rows: Row[] = [];
  #module: ListModule | undefined;

  show(module: ListModule, columns: Column[], rows: Row[]): void {
    this.#module = module;
    this.#columns = columns;
    this.#rows = rows;
    this.#drawn.clear();
    this.#header.replaceChildren();
    this.#header.showHeadings(columns);
    this.#body.replaceChildren();
    this.#body.style.height = `${rows.length * rowHeight}px`;
    this.replaceChildren(this.#header, this.#body);
  }

  /** Draws the rows from `first` up to, not including, `end`. */
  draw(first: number, end: number, isSelected: (id: string) => boolean): void {
    for (const [index, element] of this.#drawn) {
      if (index >= first && index < end) continue;
      element.remove();
      this.#drawn.delete(index);
    }
    for (let index = end - 1; index >= first; index--) {
      const row = this.#rows[index];
      if (!row || this.#drawn.has(index)) continue;
      const element = el('lyte-exptable-tr');
      element.show(row, this.#columns, index);
      if (options.rowModule && row.module !== this.#module) element.setAttribute('data-module', row.module);
      this.#body.insertBefore(element, this.#drawn.get(index + 1) ?? this.#firstAfter(index));
      this.#drawn.set(index, element);
      element.selected = isSelected(row.id);
    }
  }

  showSelection(header: Ticked, isSelected: (id: string) => boolean): void {
    this.#header.ticked = header;
    for (const element of this.#drawn.values()) element.selected = isSelected(element.id);
  }

  #firstAfter(index: number): LyteExptableTr | null {
    const later = [...this.#drawn.keys()].filter((drawn) => drawn > index);
    return this.#drawn.get(Math.min(...later)) ?? null;
  }
}
