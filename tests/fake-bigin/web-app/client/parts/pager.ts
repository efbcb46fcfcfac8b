import type { PagedRows } from '../../wire/messages';
import { button, el } from '../dom';
import { fill, formatNumber, messages } from '../language/language';

const pageSizes = [10, 20, 50, 100];

export interface PagerActions {
  onPage: (page: number) => void;
  /** Left out where the size of a page is fixed. */
  onPerPage?: (perPage: number) => void;
}

export function pager(list: PagedRows, actions: PagerActions): HTMLElement {
  const { page, perPage, total, rows } = list;
  const from = rows.length === 0 ? 0 : (page - 1) * perPage + 1;
  const to = (page - 1) * perPage + rows.length;
  const previous = button(messages.previous, { class: 'pageButton', 'data-zcqa': 'previousPage' }, () =>
    actions.onPage(page - 1),
  );
  const next = button(messages.next, { class: 'pageButton', 'data-zcqa': 'nextPage' }, () =>
    actions.onPage(page + 1),
  );
  previous.disabled = page === 1;
  next.disabled = to >= total;
  const { onPerPage } = actions;
  const size = onPerPage
    ? el('label', { class: 'pageSize' }, messages.perPage, sizePicker(perPage, onPerPage))
    : null;
  return el(
    'footer',
    { class: 'cxLvPager' },
    size,
    el('span', { class: 'pageRange' }, fill(messages.range, { from, to, total })),
    previous,
    next,
  );
}

function sizePicker(perPage: number, onPerPage: (perPage: number) => void): HTMLElement {
  const picker = el('select', { 'data-zcqa': 'recordsPerPage' });
  for (const size of pageSizes) {
    const option = el('option', { value: String(size) }, formatNumber(size));
    option.selected = size === perPage;
    picker.append(option);
  }
  picker.addEventListener('change', () => onPerPage(Number(picker.value)));
  return picker;
}
