import { apiClient, query } from '../../fake-bigin/api-client';
import type { FakeBigin } from '../../fake-bigin/index';

/** One call a record, one after another, as automation tools make them. They read nothing first. */
export async function removeOneByOne(bigin: FakeBigin, ids: readonly string[], tag: string): Promise<void> {
  const api = apiClient(bigin);
  for (const id of ids) {
    await api.post(`/Contacts/${id}/actions/remove_tags${query({ tag_names: tag })}`);
  }
}

/** 100 ids a call, one call after another: the loop around Zoho's own SDK. It reads nothing first. */
export async function removeByHundreds(bigin: FakeBigin, ids: readonly string[], tag: string): Promise<void> {
  const api = apiClient(bigin);
  for (let from = 0; from < ids.length; from += 100) {
    const part = ids.slice(from, from + 100).join(',');
    await api.post(`/Contacts/actions/remove_tags${query({ ids: part, tag_names: tag })}`);
  }
}
