import type { ListPage, Row } from '../../wire/messages';
import { el } from '../dom';
import { formatNumber } from '../language/language';
import type { Toggle } from './lyte-checkbox';
import type { LyteCard } from './lyte-card';

const cardsAtOnce = 20;
const noStage = '—';
const stagesInOrder = [
  'Qualification',
  'Needs Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
];

/** Deals by stage. A column draws more of its cards as it is scrolled. It sends `board-selection`. */
export class LyteBoard extends HTMLElement {
  readonly #selected = new Set<string>();
  readonly #idOf = new WeakMap<LyteCard, string>();
  #bulk = false;

  show(list: ListPage): void {
    this.setAttribute('data-pipelines', list.cvid ?? '');
    this.addEventListener('lyte-toggle', (event) => {
      if (event instanceof CustomEvent) this.#toggle(event.target, event.detail as Toggle);
    });
    this.replaceChildren(...byStage(list.rows).map(([stage, rows]) => this.#column(stage, rows)));
  }

  get selectedCount(): number {
    return this.#selected.size;
  }

  get bulk(): boolean {
    return this.#bulk;
  }

  set bulk(bulk: boolean) {
    this.#bulk = bulk;
    for (const card of this.#cards()) card.tickable = bulk;
    if (!bulk) this.clearSelection();
  }

  clearSelection(): void {
    this.#selected.clear();
    for (const card of this.#cards()) card.selected = false;
    this.#selectionChanged();
  }

  #column(stage: string, rows: Row[]): HTMLElement {
    const cards = el('div', { class: 'kanbanCards' });
    const drawMore = () => {
      const drawn = cards.childElementCount;
      for (const row of rows.slice(drawn, drawn + cardsAtOnce)) {
        const card = el('lyte-card');
        card.show(row);
        card.tickable = this.#bulk;
        this.#idOf.set(card, row.id);
        cards.append(card);
      }
    };
    cards.addEventListener('scroll', () => {
      if (cards.scrollTop + cards.clientHeight > cards.scrollHeight - 200) drawMore();
    });
    drawMore();
    const count = el('span', { class: 'kanbanCount' }, formatNumber(rows.length));
    return el('section', { class: 'kanbanColumn' }, el('h2', {}, stage, count), cards);
  }

  #cards(): LyteCard[] {
    return [...this.querySelectorAll('lyte-card')];
  }

  #toggle(target: EventTarget | null, { ticked }: Toggle): void {
    const card = target instanceof Element ? target.closest('lyte-card') : null;
    const id = card ? this.#idOf.get(card) : undefined;
    if (!card || id === undefined) return;
    if (ticked) this.#selected.add(id);
    else this.#selected.delete(id);
    card.selected = ticked;
    this.#selectionChanged();
  }

  #selectionChanged(): void {
    this.dispatchEvent(new CustomEvent('board-selection', { bubbles: true }));
  }
}

/** Bigin's own stages in the order of a deal's life, then the organization's in the order met. */
function byStage(rows: Row[]): [stage: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const stage = String(row.fields['Stage'] ?? noStage);
    groups.set(stage, [...(groups.get(stage) ?? []), row]);
  }
  const place = (stage: string) => {
    const index = stagesInOrder.indexOf(stage);
    return index < 0 ? stagesInOrder.length : index;
  };
  return [...groups].sort(([a], [b]) => place(a) - place(b));
}
