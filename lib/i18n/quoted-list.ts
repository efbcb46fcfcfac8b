import { formatList } from './format-list';
import { translate } from './translate';

/** `“A”, “B”`: names of tags within a sentence, as the language writes them. */
export function quotedList(tagNames: readonly string[]): string {
  return formatList(tagNames.map((tag) => translate('given.quoted', { tag })));
}
