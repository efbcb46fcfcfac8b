import { moduleNames, type ModuleName } from '@/lib/bigin/modules';

/** The words by which a list of crux says its module, or does not, and the modules that its records can be of. */
export const listWords = new Map<string | undefined, readonly ModuleName[]>([
  ['Contacts', ['Contacts']],
  ['Accounts', ['Accounts']],
  ['companies', ['Accounts']],
  ['Pipelines', ['Pipelines']],
  ['deals', ['Pipelines']],
  ['PRODUCTS', ['Products']],
  ['Tasks', ['Tasks']],
  ['meetings', ['Events']],
  ['Calls', ['Calls']],
  ['Activities', ['Tasks', 'Events', 'Calls']],
  ['CustomModule7', moduleNames],
  ['', moduleNames],
  [undefined, moduleNames],
]);
