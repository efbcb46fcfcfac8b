import type { RowList } from '../../wire/messages';
import { el } from '../dom';
import { messages } from '../language/language';
import type { Ticked, Toggle } from '../lyte/lyte-checkbox';
import { LyteElement } from '../lyte/lyte-element';
import type { LyteExptable } from '../lyte/lyte-exptable';
import { rowHeight } from '../lyte/lyte-exptable-tr';
import { options } from '../options';
import { columnsOf } from '../parts/columns';

interface TableData {
  /** The selection, in the order of ticking, whatever page its records are on. */
  cxPropSelectedIds: string[];
}

export interface TableSetup {
  id: string;
  /** Draw only the rows near the viewport; else the table is as high as its rows. */
  lazy: boolean;
}

/** Rows drawn above and below those that can be seen. */
const margin = 4;

/** The table of a list, with its selection. It sends `cx-selection` whenever that changes. */
export class CruxTableComponent extends LyteElement<TableData> {
  #selectedIds: string[] = [];
  #list: RowList | undefined;
  #halves: LyteExptable[] = [];
  #lazy = true;
  #allShownSelected = false;
  #lastToggled: string | undefined;

  get component(): { data: TableData } | undefined {
    return options.component ? { data: { cxPropSelectedIds: this.#selectedIds } } : undefined;
  }

  get selectedCount(): number {
    return this.#selectedIds.length;
  }

  setUp({ id, lazy }: TableSetup): void {
    this.id = id;
    this.#lazy = lazy;
    this.setAttribute('data-zcqa', 'cxListViewTable');
    this.addEventListener('lyte-toggle', (event) => {
      if (event instanceof CustomEvent) this.#toggle(event.target, event.detail as Toggle);
    });
    if (lazy) this.addEventListener('scroll', () => this.#drawVisible(), { passive: true });
    if (lazy) new ResizeObserver(() => this.#drawVisible()).observe(this);
  }

  showRows(list: RowList): void {
    this.#list = list;
    this.#lastToggled = undefined;
    this.className = `cxLvTableComp ${list.module}`;
    this.classList.toggle('cxLvTableLazy', this.#lazy);
    this.setAttribute('cx-prop-module', list.module);
    const { fixed, scrolling } = columnsOf(list);
    const parts = options.pinned ? [fixed, scrolling] : [[...fixed, ...scrolling]];
    this.#halves = parts.map((columns, part) => {
      const fixedHalf = part === 0 && options.pinned;
      const half = el('lyte-exptable', { class: fixedHalf ? 'cxLvFixedTable' : 'cxLvScrollTable' });
      half.show(list.module, columns, list.rows);
      return half;
    });
    this.replaceChildren(...this.#halves);
    if (list.rows.length === 0) this.append(el('p', { class: 'emptyList' }, messages.empty));
    this.scrollTop = 0;
    this.#drawVisible();
    this.#drawSelection();
  }

  get wholePageSelected(): boolean {
    const rows = this.#list?.rows ?? [];
    const ids = new Set(this.#selectedIds);
    return rows.length > 0 && rows.every(({ id }) => ids.has(id));
  }

  clearSelection(): void {
    this.#allShownSelected = false;
    this.#select([]);
  }

  /** Every row that is shown looks selected and cannot be ticked, and no list of ids is kept. */
  showAllSelected(): void {
    this.#allShownSelected = true;
    this.#select([]);
  }

  #select(ids: string[]): void {
    this.#selectedIds = ids;
    this.#drawSelection();
    this.dispatchEvent(new CustomEvent('cx-selection', { bubbles: true }));
  }

  #toggle(target: EventTarget | null, { ticked, shiftKey }: Toggle): void {
    if (this.#allShownSelected || !(target instanceof HTMLElement)) return;
    const rows = this.#list?.rows ?? [];
    const pageIds = rows.map(({ id }) => id);
    if (target.id === 'selectCheckbox') {
      this.#set(pageIds, !this.wholePageSelected);
      return;
    }
    const id = target.id.slice('selectEntity_'.length);
    const here = pageIds.indexOf(id);
    const there = this.#lastToggled === undefined ? -1 : pageIds.indexOf(this.#lastToggled);
    const range =
      shiftKey && there >= 0 ? pageIds.slice(Math.min(here, there), Math.max(here, there) + 1) : [id];
    this.#lastToggled = id;
    this.#set(range, ticked);
  }

  #set(ids: string[], ticked: boolean): void {
    const others = this.#selectedIds.filter((id) => !ids.includes(id));
    const known = new Set(this.#selectedIds);
    this.#select(ticked ? [...this.#selectedIds, ...ids.filter((id) => !known.has(id))] : others);
  }

  #drawVisible(): void {
    const count = this.#list?.rows.length ?? 0;
    const first = this.#lazy ? Math.floor(this.scrollTop / rowHeight) - margin : 0;
    const end = this.#lazy ? Math.ceil((this.scrollTop + this.clientHeight) / rowHeight) + margin : count;
    const isSelected = this.#selectedTest();
    for (const half of this.#halves) half.draw(Math.max(0, first), Math.min(count, end), isSelected);
  }

  #drawSelection(): void {
    const isSelected = this.#selectedTest();
    const ticked = (this.#list?.rows ?? []).filter(({ id }) => isSelected(id)).length;
    const header: Ticked = ticked === 0 ? 'no' : ticked === this.#list?.rows.length ? 'yes' : 'partly';
    for (const half of this.#halves) half.showSelection(header, isSelected);
  }

  #selectedTest(): (id: string) => boolean {
    const ids = new Set(this.#selectedIds);
    return (id) => this.#allShownSelected || ids.has(id);
  }
}
