import { button, el } from '../dom';
import { fill, messages, selectedText } from '../language/language';
import { options } from '../options';

export interface SelectionBarActions {
  onClear: () => void;
  /** Offered only where a list can select what lies beyond its page. */
  onSelectAll?: () => void;
}

/** How many records are selected, as the page says it; it is in the document only while some are. */
export class SelectionBar {
  readonly element = el('div', { class: 'selectionBar' });

  constructor(
    private readonly countClass: string,
    private readonly actions: SelectionBarActions,
  ) {}

  /** `offer`: how many records “select all” would take; null leaves the button out. */
  show(count: number, offer: number | null): void {
    const { onClear, onSelectAll } = this.actions;
    this.element.replaceChildren();
    if (count === 0) return;
    if (options.count) this.element.append(el('span', { class: this.countClass }, selectedText(count)));
    this.element.append(
      button(messages.clear, { class: 'quietButton', 'data-zcqa': 'clearRecords' }, onClear),
    );
    if (offer === null || !onSelectAll) return;
    const text = fill(messages.selectAll, { n: options.count ? offer : '…' });
    const attributes = { id: 'selectAllRecords', class: 'cxLvHeaderSelectAllBtn quietButton' };
    this.element.append(button(text, attributes, onSelectAll));
  }
}
