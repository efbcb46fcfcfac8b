import type { RowList } from '../../wire/messages';
import { messages, moduleLabel } from '../language/language';

export interface Column {
  kind: 'check' | 'name' | 'tags' | 'module' | 'field';
  /** API name of the field; empty for the other kinds. */
  field: string;
  label: string;
}

/** The columns that stay when the table is scrolled sideways, and the others. */
export function columnsOf(list: RowList): { fixed: Column[]; scrolling: Column[] } {
  return {
    fixed: [
      { kind: 'check', field: '', label: '' },
      { kind: 'name', field: '', label: messages.name },
    ],
    scrolling: [
      ...(list.module === 'Activities'
        ? [{ kind: 'module', field: '', label: messages.module } as const]
        : []),
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
