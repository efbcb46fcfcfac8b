/**
 * Zoho's data centers, one row each: of the product, a data center is here and nowhere else. The manifest's
 * permissions, the options page and the checks of every redirect and token answer read this table.
 *
 * Source: Bigin's developer documentation (multi-dc) for US to JP and SA, CA; Zoho's accounts
 * documentation for UK. The web hosts of AU, CN, JP, SA, CA and UK are inferred from the pattern.
 */
export interface DataCenter {
  /** Host of Bigin's web app. */
  webHost: string;
  /** Origin that signs users in and issues tokens. */
  accountsServer: string;
  /** Origin of the REST API. */
  apiDomain: string;
  /** Code of the country whose name is the data center's name; Europe is none, and has a name of its own. */
  country: string | null;
}

export const dataCenters = {
  us: {
    webHost: 'bigin.zoho.com',
    accountsServer: 'https://accounts.zoho.com',
    apiDomain: 'https://www.zohoapis.com',
    country: 'US',
  },
  eu: {
    webHost: 'bigin.zoho.eu',
    accountsServer: 'https://accounts.zoho.eu',
    apiDomain: 'https://www.zohoapis.eu',
    country: null,
  },
  au: {
    webHost: 'bigin.zoho.com.au',
    accountsServer: 'https://accounts.zoho.com.au',
    apiDomain: 'https://www.zohoapis.com.au',
    country: 'AU',
  },
  in: {
    webHost: 'bigin.zoho.in',
    accountsServer: 'https://accounts.zoho.in',
    apiDomain: 'https://www.zohoapis.in',
    country: 'IN',
  },
  cn: {
    webHost: 'bigin.zoho.com.cn',
    accountsServer: 'https://accounts.zoho.com.cn',
    apiDomain: 'https://www.zohoapis.com.cn',
    country: 'CN',
  },
  jp: {
    webHost: 'bigin.zoho.jp',
    accountsServer: 'https://accounts.zoho.jp',
    apiDomain: 'https://www.zohoapis.jp',
    country: 'JP',
  },
  sa: {
    webHost: 'bigin.zoho.sa',
    accountsServer: 'https://accounts.zoho.sa',
    apiDomain: 'https://www.zohoapis.sa',
    country: 'SA',
  },
  ca: {
    webHost: 'bigin.zohocloud.ca',
    accountsServer: 'https://accounts.zohocloud.ca',
    apiDomain: 'https://www.zohoapis.ca',
    country: 'CA',
  },
  uk: {
    webHost: 'bigin.zoho.uk',
    accountsServer: 'https://accounts.zoho.uk',
    apiDomain: 'https://www.zohoapis.uk',
    country: 'GB',
  },
} as const satisfies Record<string, DataCenter>;

export type DataCenterId = keyof typeof dataCenters;

export const dataCenterIds = Object.keys(dataCenters) as [DataCenterId, ...DataCenterId[]];

export function isDataCenterId(value: unknown): value is DataCenterId {
  return typeof value === 'string' && Object.hasOwn(dataCenters, value);
}

/** The data center whose web app is at `host`, if it is one of Bigin's. */
export function dataCenterOfWebHost(host: string): DataCenterId | undefined {
  return dataCenterIds.find((id) => dataCenters[id].webHost === host);
}

/**
 * The data center whose accounts server has exactly this origin. A redirect is input: a look-alike host,
 * another scheme, a port, or a user name in the URL finds nothing.
 */
export function dataCenterOfAccountsServer(url: string): DataCenterId | undefined {
  return dataCenterIds.find((id) => isOrigin(url, dataCenters[id].accountsServer));
}

/** Whether `url` names this origin and nothing more. */
export function isOrigin(url: string, origin: string): boolean {
  return url === origin || url === `${origin}/`;
}

/** All hosts of a data center: the web app's, the accounts server's and the API's. */
export function hostsOf(id: DataCenterId): string[] {
  const { webHost, accountsServer, apiDomain } = dataCenters[id];
  return [webHost, new URL(accountsServer).host, new URL(apiDomain).host];
}

/** Match patterns of the pages on which the content script runs. */
export const webAppPatterns = dataCenterIds.map((id) => `https://${dataCenters[id].webHost}/*`);

/** Match patterns of the servers that the background worker calls. Pure: pages of Bigin need not carry it. */
export const serverPatterns = /* @__PURE__ */ dataCenterIds.flatMap((id) => [
  `${dataCenters[id].accountsServer}/*`,
  `${dataCenters[id].apiDomain}/*`,
]);

/**
 * Where OAuth clients of a data center are registered, the US one's where none is set: the neighbour of its accounts
 * server (documented for US; by the pattern for the others).
 */
export function apiConsole(id: DataCenterId | 'automatic'): string {
  return dataCenters[id === 'automatic' ? 'us' : id].accountsServer.replace('//accounts.', '//api-console.');
}
