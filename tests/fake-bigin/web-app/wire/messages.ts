import type { DataCenterId, ModuleName } from '../../world/types';

/** What the web app's server and its client say to each other: the app's private JSON, not the REST API. */

/** Activities is a list without a module of its own: tasks, events and calls, mixed. */
export type ListModule = ModuleName | 'Activities';

export interface TagChip {
  name: string;
  color: string;
}

export interface RecordLink {
  module: ModuleName;
  id: string;
  name: string;
}

export interface Row {
  id: string;
  module: ModuleName;
  name: string;
  tags: TagChip[];
  fields: Record<string, string | number | null>;
  /** The fields that name another record, by field. */
  links: Record<string, RecordLink>;
}

export interface RowList {
  module: ListModule;
  /** API names of the fields that are worth a column. */
  columns: string[];
  rows: Row[];
  total: number;
}

export interface PagedRows extends RowList {
  page: number;
  perPage: number;
}

export interface ListPage extends PagedRows {
  cvid: string | null;
  views: { id: string; name: string }[];
}

export interface RecordPage {
  record: Row;
  related: RowList[];
}

export interface SearchPage {
  word: string;
  /** The first page of each module. */
  found: PagedRows[];
}

interface ModuleLabel {
  name: ModuleName;
  /** The org's own words, where it has some. */
  own: { singular: string; plural: string } | null;
}

/** What the page itself carries, so that the client can draw its frame without a request. */
export interface Boot {
  zgid: string;
  companyName: string;
  dataCenter: DataCenterId;
  plan: string;
  users: number;
  modules: ModuleLabel[];
}
