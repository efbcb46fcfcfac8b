import type { RowList } from '../../wire/messages';
import { el } from '../dom';
import { fill, messages } from '../language/language';
import { olderRecordLink } from '../links';
import { options } from '../options';
import { fieldLabel } from './columns';
import { fieldValue } from './field-value';
import { tagChips } from './tag-chips';

/** A list from before the crux components: real check boxes, and no memory beyond its page. */
export class OlderList {
  readonly element = el('div', { class: 'olderList' });
  readonly #all = checkbox(messages.selectPage);
  #boxes: HTMLInputElement[] = [];
  #lastTicked: HTMLInputElement | undefined;

  constructor(private readonly onSelection: (count: number) => void) {
    this.#all.setAttribute('data-zcqa', 'selectAll');
    this.#all.addEventListener('change', () => this.#tickEach(this.#boxes, this.#all.checked));
  }

  show(list: RowList): void {
    this.#boxes = [];
    this.#lastTicked = undefined;
    this.element.replaceChildren(options.older === 'li' ? this.#items(list) : this.#table(list));
    if (list.rows.length === 0) this.element.append(el('p', { class: 'emptyList' }, messages.empty));
    this.#selectionChanged();
  }

  clearSelection(): void {
    this.#tickEach(this.#boxes, false);
  }

  #table(list: RowList): HTMLElement {
    const headings = [messages.name, messages.tags, ...list.columns.map(fieldLabel)];
    const head = el('tr', {}, el('th', {}, this.#all), ...headings.map((text) => el('th', {}, text)));
    const rows = list.rows.map((row) =>
      el(
        'tr',
        { id: row.id, 'data-zcqa': 'listRow' },
        el('td', {}, this.#box(row.name)),
        el('td', {}, nameLink(row)),
        el('td', {}, ...tagChips(row.tags)),
        ...list.columns.map((field) => el('td', {}, fieldValue(row, field))),
      ),
    );
    return el('table', { 'data-zcqa': 'listTable' }, el('thead', {}, head), el('tbody', {}, ...rows));
  }

  #items(list: RowList): HTMLElement {
    const items = list.rows.map((row) =>
      el(
        'li',
        { 'data-id': row.id, 'data-zcqa': 'listRow' },
        this.#box(row.name),
        nameLink(row),
        ...tagChips(row.tags),
        ...list.columns.map((field) => fieldValue(row, field)),
      ),
    );
    const all = el('label', { class: 'olderSelectAll' }, this.#all, messages.selectPage);
    return el('div', {}, all, el('ul', { 'data-zcqa': 'listTable' }, ...items));
  }

  #box(name: string): HTMLInputElement {
    const box = checkbox(fill(messages.selectRow, { name }));
    box.addEventListener('click', (event) => {
      const here = this.#boxes.indexOf(box);
      const there = this.#lastTicked ? this.#boxes.indexOf(this.#lastTicked) : here;
      this.#lastTicked = box;
      const range = this.#boxes.slice(Math.min(here, there), Math.max(here, there) + 1);
      this.#tickEach(event.shiftKey ? range : [box], box.checked);
    });
    this.#boxes.push(box);
    return box;
  }

  #tickEach(boxes: HTMLInputElement[], ticked: boolean): void {
    for (const box of boxes) box.checked = ticked;
    this.#selectionChanged();
  }

  #selectionChanged(): void {
    const count = this.#boxes.filter(({ checked }) => checked).length;
    this.#all.checked = count > 0 && count === this.#boxes.length;
    this.#all.indeterminate = count > 0 && !this.#all.checked;
    for (const box of this.#boxes) box.closest('tr, li')?.classList.toggle('selected', box.checked);
    this.onSelection(count);
  }
}

function checkbox(label: string): HTMLInputElement {
  return el('input', { type: 'checkbox', ...(options.aria ? { 'aria-label': label } : {}) });
}

function nameLink(row: RowList['rows'][number]): HTMLElement {
  return el('a', { href: olderRecordLink(row.module, row.id), 'data-zcqa': row.name }, row.name);
}
