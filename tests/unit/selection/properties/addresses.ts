import { moduleNames, modules, type ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import type { TruePage } from './true-page';

/** What an address says of its page. */
type Address = Pick<TruePage, 'url' | 'modules' | 'record'>;

const home = 'https://bigin.zoho.com/bigin/org942010964/Home';
const crm = 'https://bigin.zoho.eu/crm/org942010964/tab';
const none = { record: undefined };
const word = (module: ModuleName) => modules[module].urlWords[0];

/** The kinds of pages of the web app. `id` is a record's, a view's or a pipeline's, as the kind has it. */
const addresses = {
  list: (module) => ({ ...none, url: `${home}#/${word(module)}`, modules: [module] }),
  view: (module, id) => ({ ...none, url: `${home}?TODO=x#/${word(module)}?cvid=${id}`, modules: [module] }),
  crmView: (module, id) => ({ ...none, url: `${crm}/${module}/custom-view/${id}/list`, modules: [module] }),
  board: (_, id) => ({ ...none, url: `${home}#/deals/kanban/${id}`, modules: ['Pipelines'] }),
  activities: () => ({ ...none, url: `${home}#/activities`, modules: ['Tasks', 'Events', 'Calls'] }),
  search: (_, id) => ({ ...none, url: `${home}#/search?word=${id}`, modules: moduleNames }),
  home: () => ({ ...none, url: `${home}#/home`, modules: moduleNames }),
  bare: () => ({ ...none, url: home, modules: moduleNames }),
  record: (module, id) => ({
    url: `${home}#/${word(module)}/${id}?section=activities`,
    modules: [module],
    record: { id, module },
  }),
  crmRecord: (module, id) => ({ url: `${crm}/${module}/${id}`, modules: [module], record: { id, module } }),
} satisfies Record<string, (module: ModuleName, id: RecordId) => Address>;

export type AddressKind = keyof typeof addresses;

export const addressKinds = Object.keys(addresses) as AddressKind[];

export function addressOf(kind: AddressKind, module: ModuleName, id: RecordId): Address {
  return addresses[kind](module, id);
}
