import type { ListPage } from '../../wire/messages';
import { el } from '../dom';
import { messages, moduleLabel } from '../language/language';
import { options } from '../options';

export function viewPicker(list: ListPage, onView: (cvid: string) => void): HTMLElement {
  if (list.views.length === 0) return el('h1', { class: 'viewTitle' }, moduleLabel(list.module).plural);
  const picker = el('select', {
    class: 'viewTitle',
    'data-zcqa': 'customViewPicker',
    'aria-label': messages.view,
  });
  for (const { id, name } of list.views) {
    const option = el('option', options.view === 'attribute' ? { value: id } : {}, name);
    option.selected = id === list.cvid;
    picker.append(option);
  }
  picker.addEventListener('change', () => {
    const chosen = list.views[picker.selectedIndex];
    if (chosen) onView(chosen.id);
  });
  return picker;
}
