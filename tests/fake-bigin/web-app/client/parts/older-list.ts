import type { Row, RowList } from '../../wire/messages';
import { el } from '../dom';
import { fill, messages } from '../language/language';
import { olderRecordLink } from '../links';
import { options } from '../options';
import { fieldLabel } from './columns';
import { fieldValue } from './field-value';
import { tagChips } from './tag-chips';

/**
 * A list from before the crux components: real check boxes, and no memory beyond its page, or one that nobody
 * else can read.
 */
export class OlderList {
  readonly element = el('div', { class: 'olderList' });
  readonly #all = checkbox(messages.selectPage);
  readonly #boxes = new Map<string, HTMLInputElement>();
  readonly #rows = new Map<string, HTMLElement>();
  readonly #tickedIds = new Set<string>();
  #lastTicked: HTMLInputElement | undefined;

  constructor(private readonly onSelection: (count: number) => void) {
    this.#all.setAttribute('data-zcqa', 'selectAll');
    this.#all.addEventListener('change', () => this.#tickEach([...this.#boxes.values()], this.#all.checked));
  }

  show(list: RowList): void {
    this.#boxes.clear();
    this.#rows.clear();
    if (!options.olderKeeps) this.#tickedIds.clear();
    this.#lastTicked = undefined;
    this.element.replaceChildren(
      { tr: () => this.#table(list), li: () => this.#items(list), grid: () => this.#grid(list) }[
        options.older
      ](),
    );
    if (list.rows.length === 0) this.element.append(el('p', { class: 'emptyList' }, messages.empty));
    this.#selectionChanged();
  }

  clearSelection(): void {
    this.#tickedIds.clear();
    this.#tickEach([...this.#boxes.values()], false);
  }

  #table(list: RowList): HTMLElement {
    const headings = [messages.name, messages.tags, ...list.columns.map(fieldLabel)];
    const head = el('tr', {}, el('th', {}, this.#all), ...headings.map((text) => el('th', {}, text)));
    const rows = list.rows.map((row) =>
      this.#row(
        'tr',
        row,
        { id: row.id, 'data-zcqa': 'listRow' },
        el('td', {}, this.#box(row)),
        el('td', {}, nameLink(row)),
        el('td', {}, ...tagChips(row.tags)),
        ...list.columns.map((field) => el('td', {}, fieldValue(row, field))),
      ),
    );
    return el('table', { 'data-zcqa': 'listTable' }, el('thead', {}, head), el('tbody', {}, ...rows));
  }

  #items(list: RowList): HTMLElement {
    const items = list.rows.map((row) =>
      this.#row(
        'li',
        row,
        { 'data-id': row.id, 'data-zcqa': 'listRow' },
        this.#box(row),
        nameLink(row),
        ...tagChips(row.tags),
        ...list.columns.map((field) => fieldValue(row, field)),
      ),
    );
    const all = el('label', { class: 'olderSelectAll' }, this.#all, messages.selectPage);
    return el('div', {}, all, el('ul', { 'data-zcqa': 'listTable' }, ...items));
  }

  /** Rows that are selected by a click, without boxes. */
  #grid(list: RowList): HTMLElement {
    const headings = [messages.name, messages.tags].map((text) => el('div', { role: 'columnheader' }, text));
    const rows = list.rows.map((row) => {
      const cells = [[nameLink(row)], tagChips(row.tags)];
      const attributes = { role: 'row', 'data-id': row.id, 'data-zcqa': 'listRow', 'aria-selected': 'false' };
      const element = this.#row(
        'div',
        row,
        attributes,
        ...cells.map((content) => el('div', { role: 'gridcell' }, ...content)),
      );
      const box = this.#box(row);
      element.addEventListener('click', ({ target }) => {
        if (!(target instanceof HTMLAnchorElement)) box.click();
      });
      return element;
    });
    const grid = { role: 'grid', 'aria-multiselectable': 'true', 'data-zcqa': 'listTable' };
    return el('div', grid, el('div', { role: 'row' }, ...headings), ...rows);
  }

  #row(
    tag: 'tr' | 'li' | 'div',
    { id }: Row,
    attributes: Record<string, string>,
    ...content: (Node | string)[]
  ): HTMLElement {
    const row = el(tag, attributes, ...content);
    this.#rows.set(id, row);
    return row;
  }

  #box({ id, name }: Row): HTMLInputElement {
    const box = checkbox(fill(messages.selectRow, { name }));
    box.checked = this.#tickedIds.has(id);
    box.addEventListener('click', (event) => {
      const boxes = [...this.#boxes.values()];
      const here = boxes.indexOf(box);
      const there = this.#lastTicked ? boxes.indexOf(this.#lastTicked) : here;
      this.#lastTicked = box;
      const range = boxes.slice(Math.min(here, there), Math.max(here, there) + 1);
      this.#tickEach(event.shiftKey ? range : [box], box.checked);
    });
    this.#boxes.set(id, box);
    return box;
  }

  #tickEach(boxes: HTMLInputElement[], ticked: boolean): void {
    for (const box of boxes) box.checked = ticked;
    this.#selectionChanged();
  }

  #selectionChanged(): void {
    for (const [id, box] of this.#boxes) {
      if (box.checked) this.#tickedIds.add(id);
      else this.#tickedIds.delete(id);
      const row = this.#rows.get(id);
      row?.classList.toggle('selected', box.checked);
      if (row?.hasAttribute('aria-selected')) row.setAttribute('aria-selected', String(box.checked));
    }
    const tickedHere = [...this.#boxes.values()].filter(({ checked }) => checked).length;
    this.#all.checked = tickedHere > 0 && tickedHere === this.#boxes.size;
    this.#all.indeterminate = tickedHere > 0 && !this.#all.checked;
    this.onSelection(this.#tickedIds.size);
  }
}

function checkbox(label: string): HTMLInputElement {
  return el('input', { type: 'checkbox', ...(options.aria ? { 'aria-label': label } : {}) });
}

function nameLink(row: Row): HTMLElement {
  return el('a', { href: olderRecordLink(row.module, row.id), 'data-zcqa': row.name }, row.name);
}
