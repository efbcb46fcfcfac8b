import { dataCenters, type DataCenter } from './world/data-centers';

export type ServiceName = 'api' | 'accounts' | 'web-app' | 'control';

export interface Service {
  name: ServiceName;
  /** Null for control, which is no part of Bigin. */
  dataCenter: DataCenter | null;
}

/** Which of the fake's programs answers for a host name. */
export function serviceOf(hostname: string): Service | undefined {
  if (hostname === '127.0.0.1' || hostname === 'localhost') return { name: 'control', dataCenter: null };
  for (const dataCenter of dataCenters) {
    if (hostname === dataCenter.webApp) return { name: 'web-app', dataCenter };
    if (hostname === dataCenter.accounts) return { name: 'accounts', dataCenter };
    if (hostname === dataCenter.api) return { name: 'api', dataCenter };
  }
  return undefined;
}
