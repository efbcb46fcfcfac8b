import { formatList } from './format-list';
import { translate } from './translate';

/** `“A”, “B”`: names of tags or fields within a sentence, as the language writes them. */
export function quotedList(names: readonly string[]): string {
  return formatList(names.map((tag) => translate('given.quoted', { tag })));
}
