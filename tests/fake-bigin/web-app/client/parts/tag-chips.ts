import type { TagChip } from '../../wire/messages';
import { el } from '../dom';

export function tagChips(tags: TagChip[]): HTMLElement[] {
  return tags.map(({ name, color }) => {
    const chip = el('span', { class: 'tagChip', title: name }, name);
    chip.style.setProperty('--tag-color', color);
    return chip;
  });
}
