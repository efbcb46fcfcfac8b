import type { Client } from './types';

/** Where an extension's consent window may come back to, in Chromium and in Firefox. */
const extensionRedirects = [
  'https://*.chromiumapp.org/*',
  'https://*.extensions.allizom.org/*',
  'http://127.0.0.1/mozoauth2/*',
];

export const registeredClients: readonly Client[] = [
  {
    id: '1000.PUBLIC0UNTAG0TEST0CLIENT',
    type: 'public',
    name: 'Untag (public client)',
    redirectUris: extensionRedirects,
  },
  {
    id: '1000.SERVER0UNTAG0TEST0CLIENT',
    type: 'server',
    secret: 'server-secret',
    name: 'Untag (server-based client)',
    redirectUris: extensionRedirects,
  },
  {
    id: '1000.IMPLICIT0UNTAG0TEST0CLIENT',
    type: 'implicit',
    name: 'Untag (client-based)',
    redirectUris: extensionRedirects,
  },
];
