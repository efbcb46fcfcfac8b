import type { ListModule } from '../../wire/messages';

export interface Messages {
  /** For numbers and plurals: with the numbering system that the web app shows there. */
  locale: string;
  direction: 'ltr' | 'rtl';
  selected: { one: string; other: string };
  clear: string;
  selectAll: string;
  refresh: string;
  previous: string;
  next: string;
  perPage: string;
  range: string;
  loading: string;
  empty: string;
  failed: string;
  forbidden: string;
  notFound: string;
  search: string;
  results: string;
  settings: string;
  organization: string;
  list: string;
  board: string;
  bulk: string;
  name: string;
  tags: string;
  module: string;
  view: string;
  selectRow: string;
  selectPage: string;
  details: string;
  modules: Record<ListModule, { singular: string; plural: string }>;
}
