import type { Row } from '../../wire/messages';
import { el } from '../dom';
import { moduleLabel } from '../language/language';
import { recordLink } from '../links';
import type { Column } from './columns';
import { fieldValue } from './field-value';
import { tagChips } from './tag-chips';

export function cellContent(column: Column, row: Row): Node[] {
  switch (column.kind) {
    case 'check':
      return [];
    case 'name': {
      const href = recordLink(column.linkedAs ?? row.module, row.id);
      return [el('a', { class: 'cxLvRecordName', 'data-zcqa': row.name, href }, row.name)];
    }
    case 'tags':
      return tagChips(row.tags);
    case 'module':
      return [el('span', { class: 'moduleMark' }, moduleLabel(row.module).singular)];
    default:
      return [fieldValue(row, column.field)];
  }
}
