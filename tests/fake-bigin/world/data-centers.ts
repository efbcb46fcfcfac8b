import type { DataCenterId } from './types';

export interface DataCenter {
  id: DataCenterId;
  /** Host names, without scheme. */
  webApp: string;
  accounts: string;
  api: string;
}

const dataCenter = (id: DataCenterId, domain: string): DataCenter => ({
  id,
  webApp: `bigin.${domain}`,
  accounts: `accounts.${domain}`,
  api: `www.zohoapis.${domain.replace(/^zoho(cloud)?\./, '')}`,
});

/** Where Zoho keeps its customers apart: an account, its orgs and its tokens belong to one of these. */
export const dataCenters: readonly DataCenter[] = [
  dataCenter('us', 'zoho.com'),
  dataCenter('eu', 'zoho.eu'),
  dataCenter('au', 'zoho.com.au'),
  dataCenter('in', 'zoho.in'),
  dataCenter('cn', 'zoho.com.cn'),
  dataCenter('jp', 'zoho.jp'),
  dataCenter('sa', 'zoho.sa'),
  dataCenter('ca', 'zohocloud.ca'),
  dataCenter('uk', 'zoho.uk'),
];

export function dataCenterOf(id: DataCenterId): DataCenter {
  const found = dataCenters.find((each) => each.id === id);
  if (!found) throw new Error(`no data center ${id}`);
  return found;
}

/** Every host name the fake answers for. */
export const hosts: readonly string[] = dataCenters.flatMap(({ webApp, accounts, api }) => [
  webApp,
  accounts,
  api,
]);
