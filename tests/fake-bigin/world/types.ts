export type DataCenterId = 'us' | 'eu' | 'au' | 'in' | 'cn' | 'jp' | 'sa' | 'ca' | 'uk';

export type ModuleName = 'Contacts' | 'Accounts' | 'Pipelines' | 'Products' | 'Tasks' | 'Events' | 'Calls';

export interface Tag {
  id: string;
  name: string;
  colorCode: string;
}

export interface BiginRecord {
  /** 19 digits; a string, since it is beyond 2^53. */
  id: string;
  /** What the web app shows as the record's name. */
  name: string;
  /** Names of the tags it carries, in the order they were added. */
  tags: string[];
  /**
   * Other fields by API name (Email, Phone, Amount …): look-alikes for ids, and what a search finds.
   * A lookup (see modules.ts) holds the id of the record it points to.
   */
  fields: Record<string, string | number | null>;
  /** Held by an approval or a process: changing its tags answers RECORD_LOCKED. */
  locked: boolean;
  createdTime: number;
  modifiedTime: number;
}

export interface Org {
  /** Digits only; the web app's URL and `domain_name` carry `org<zgid>`. */
  zgid: string;
  id: string;
  companyName: string;
  dataCenter: DataCenterId;
  /** The first 13 digits of every record id of this org. */
  idPrefix: string;
  plan: 'free' | 'express' | 'premier';
  users: number;
  /** The org's own words for a module, where they differ from Bigin's. */
  labels: Partial<Record<ModuleName, { singular: string; plural: string }>>;
  /** Modules the authorized user may not see: their calls answer NO_PERMISSION. */
  forbiddenModules: Set<ModuleName>;
  /** The user's profile lacks the privilege to change tags: add_tags and remove_tags answer AUTHORIZATION_FAILED. */
  tagChangesForbidden: boolean;
  tags: Record<ModuleName, Tag[]>;
  /** Newest first: ids descending. */
  records: Record<ModuleName, BiginRecord[]>;
  /** Saved views of a module; `cvid` names one. The first is the one that the list shows. */
  views: Record<ModuleName, View[]>;
}

export interface View {
  id: string;
  name: string;
  includes: (record: BiginRecord) => boolean;
}

export interface User {
  email: string;
  password: string;
  name: string;
  dataCenter: DataCenterId;
  /** zgids of the orgs the user belongs to, all of the user's data center. */
  orgs: string[];
}

export interface Client {
  id: string;
  /** Where it is registered, or switched on for several data centers; everywhere unless told. */
  dataCenters?: DataCenterId[];
  type: 'public' | 'server' | 'implicit';
  secret?: string;
  /** What the consent page calls it. */
  name: string;
  /** Redirect URIs, exact but for `*`: any one label of the host, or any rest of the path. */
  redirectUris: string[];
}
