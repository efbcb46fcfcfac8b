import type { ServedFakeBigin } from '../../fake-bigin/index';

/** The id of the OAuth client that the packages were built with, as a release's may be; empty where they carry none. */
export const builtInClientId = process.env['WXT_ZOHO_CLIENT_ID'] ?? '';

/** Has the fake know that client as it knows the one that tests type in. */
export function registerBuiltInClient({ world }: ServedFakeBigin): void {
  const typed = world.clients.find(({ type }) => type === 'public');
  if (!typed) throw new Error('The fake knows no public client');
  world.clients = [...world.clients, { ...typed, id: builtInClientId }];
}
