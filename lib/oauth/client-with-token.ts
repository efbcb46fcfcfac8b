import { BiginClient } from '@/lib/bigin/client';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { requireServers } from '@/lib/browser/host-access';

/** The API with a token that belongs to no connection yet. */
export function clientWithToken(dataCenter: DataCenterId, accessToken: string): BiginClient {
  return new BiginClient({
    apiDomain: dataCenters[dataCenter].apiDomain,
    async accessToken() {
      await requireServers(dataCenter);
      return accessToken;
    },
  });
}
