import type { Connection } from '@/lib/oauth/connection';
import { clients } from './oauth';

/** A connection as it is stored, with all that is optional. */
export const aConnection: Connection = {
  id: 'us:org1',
  dataCenter: 'us',
  org: 'org1',
  orgName: 'One',
  client: clients.server,
  redirectUri: 'https://test-extension-id.chromiumapp.org/',
  userName: 'Dana',
  scopes: ['ZohoBigin.org.READ'],
  connectedAt: 1,
  renewedAt: 2,
  refreshToken: 'the-refresh-token',
  moduleWords: { Contacts: { singular: 'Person', plural: 'People' } },
  moduleWordsReadAt: 3,
  signInNeeded: false,
};
