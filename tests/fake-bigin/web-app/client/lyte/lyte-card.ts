import type { Row } from '../../wire/messages';
import { el } from '../dom';
import { fill, messages } from '../language/language';
import { recordLink } from '../links';
import { fieldValue } from '../parts/field-value';
import { tagChips } from '../parts/tag-chips';
import type { LyteCheckbox } from './lyte-checkbox';

/** A card of the board. Only its link says which record it is. */
export class LyteCard extends HTMLElement {
  #row: Row | undefined;
  #checkbox: LyteCheckbox | undefined;

  show(row: Row): void {
    this.#row = row;
    this.className = 'crm-kv-card';
    const link = el(
      'a',
      { class: 'crm-kv-header-link', 'data-zcqa': row.name, href: recordLink(row.module, row.id) },
      row.name,
    );
    this.replaceChildren(el('div', { class: 'crm-kv-header' }, link));
    for (const field of ['Amount', 'Contact_Name', 'Account_Name', 'Closing_Date']) {
      if (row.fields[field] !== undefined && row.fields[field] !== null) {
        this.append(el('div', { class: 'crm-kv-field' }, fieldValue(row, field)));
      }
    }
    this.append(el('div', { class: 'crm-kv-tags' }, ...tagChips(row.tags)));
  }

  /** Bulk mode: only then a card has a box. */
  set tickable(tickable: boolean) {
    if (tickable === (this.#checkbox !== undefined)) return;
    if (!tickable) {
      this.#checkbox?.remove();
      this.#checkbox = undefined;
      this.selected = false;
      return;
    }
    this.#checkbox = el('lyte-checkbox', { class: 'crm-kv-checkbox' });
    this.#checkbox.label = fill(messages.selectRow, { name: this.#row?.name ?? '' });
    this.querySelector('.crm-kv-header')?.prepend(this.#checkbox);
  }

  set selected(selected: boolean) {
    this.classList.toggle('crm-kv-card-selected', selected);
    if (this.#checkbox) this.#checkbox.ticked = selected ? 'yes' : 'no';
  }
}
