import type { ListModule, RowList } from '../../wire/messages';
import { messages, moduleLabel } from '../language/language';
import { options } from '../options';

export interface Column {
  kind: 'check' | 'name' | 'tags' | 'module' | 'field';
  /** API name of the field; empty for the other kinds. */
  field: string;
  label: string;
  /** The module that a name's link names, where that is not the record's own. */
  linkedAs?: ListModule;
}

/** The columns that stay when the table is scrolled sideways, and the others. */
export function columnsOf(list: RowList): { fixed: Column[]; scrolling: Column[] } {
  const mixed = list.module === 'Activities';
  return {
    fixed: [
      { kind: 'check', field: '', label: '' },
      {
        kind: 'name',
        field: '',
        label: messages.name,
        ...(mixed && !options.rowModule ? { linkedAs: list.module } : {}),
      },
    ],
    scrolling: [
      ...(mixed && options.rowModule ? [{ kind: 'module', field: '', label: messages.module } as const] : []),
      { kind: 'tags', field: '', label: messages.tags },
      ...list.columns.map((field): Column => ({ kind: 'field', field, label: fieldLabel(field) })),
    ],
  };
}

export function fieldLabel(field: string): string {
  if (field === 'Account_Name') return moduleLabel('Accounts').singular;
  if (field === 'Contact_Name' || field === 'Who_Id') return moduleLabel('Contacts').singular;
  return field.replaceAll('_', ' ');
}
