import type { ModuleName } from './types';

/** What is fixed about a module, in every org. */
export interface ModuleSpec {
  name: ModuleName;
  singular: string;
  plural: string;
  /** The word in an OAuth scope: `ZohoBigin.modules.<word>.READ`. */
  scopeWord: string;
  /** API name of the field that holds the record's name. */
  nameField: string;
  /** Fields besides the name, `id` and `Tag`, in the order the web app would show them. */
  fields: readonly string[];
  /**
   * Of those, the ones that point to a record of another module. `BiginRecord.fields` holds the other
   * record's id there; the API answers `{name, id}`.
   */
  lookups: Readonly<Record<string, ModuleName>>;
}

export const modules: Readonly<Record<ModuleName, ModuleSpec>> = {
  Contacts: {
    name: 'Contacts',
    singular: 'Contact',
    plural: 'Contacts',
    scopeWord: 'contacts',
    nameField: 'Full_Name',
    fields: ['First_Name', 'Last_Name', 'Email', 'Phone', 'Account_Name'],
    lookups: { Account_Name: 'Accounts' },
  },
  Accounts: {
    name: 'Accounts',
    singular: 'Company',
    plural: 'Companies',
    scopeWord: 'accounts',
    nameField: 'Account_Name',
    fields: ['Phone', 'Website', 'Billing_City', 'Billing_Country'],
    lookups: {},
  },
  Pipelines: {
    name: 'Pipelines',
    singular: 'Pipeline',
    plural: 'Pipelines',
    scopeWord: 'pipelines',
    nameField: 'Deal_Name',
    fields: ['Stage', 'Amount', 'Closing_Date', 'Account_Name', 'Contact_Name', 'Reference_Number'],
    lookups: { Account_Name: 'Accounts', Contact_Name: 'Contacts' },
  },
  Products: {
    name: 'Products',
    singular: 'Product',
    plural: 'Products',
    scopeWord: 'products',
    nameField: 'Product_Name',
    fields: ['Product_Code', 'Unit_Price', 'Qty_in_Stock'],
    lookups: {},
  },
  Tasks: {
    name: 'Tasks',
    singular: 'Task',
    plural: 'Tasks',
    scopeWord: 'tasks',
    nameField: 'Subject',
    fields: ['Status', 'Priority', 'Due_Date', 'Who_Id'],
    lookups: { Who_Id: 'Contacts' },
  },
  Events: {
    name: 'Events',
    singular: 'Event',
    plural: 'Events',
    scopeWord: 'events',
    nameField: 'Event_Title',
    fields: ['Start_DateTime', 'End_DateTime', 'Venue', 'Who_Id'],
    lookups: { Who_Id: 'Contacts' },
  },
  Calls: {
    name: 'Calls',
    singular: 'Call',
    plural: 'Calls',
    scopeWord: 'calls',
    nameField: 'Subject',
    fields: ['Call_Type', 'Call_Start_Time', 'Phone', 'Who_Id'],
    lookups: { Who_Id: 'Contacts' },
  },
};

export const moduleNames = Object.keys(modules) as ModuleName[];

/** Something for each module. */
export function perModule<T>(make: (module: ModuleName) => T): Record<ModuleName, T> {
  return Object.fromEntries(moduleNames.map((module) => [module, make(module)])) as Record<ModuleName, T>;
}

export function isModuleName(text: string): text is ModuleName {
  return Object.hasOwn(modules, text);
}
