import { apiClient, query, type Reply } from '../../fake-bigin/api-client';
import type { FakeBigin } from '../../fake-bigin/index';

/** One call a record, one after another, as automation tools make them. They read nothing first. */
export async function removeOneByOne(bigin: FakeBigin, ids: readonly string[], tag: string): Promise<void> {
  const api = apiClient(bigin);
  for (const id of ids) {
    requireDone(await api.post(`/Contacts/${id}/actions/remove_tags${query({ tag_names: tag })}`));
  }
}

/** 100 ids a call, one call after another: the loop around Zoho's own SDK. It reads nothing first. */
export async function removeByHundreds(bigin: FakeBigin, ids: readonly string[], tag: string): Promise<void> {
  const api = apiClient(bigin);
  for (let from = 0; from < ids.length; from += 100) {
    const part = ids.slice(from, from + 100).join(',');
    requireDone(await api.post(`/Contacts/actions/remove_tags${query({ ids: part, tag_names: tag })}`));
  }
}

/** A refusal would make the way look quicker than it is. */
function requireDone({ status, text }: Reply): void {
  if (status !== 200) throw new Error(`A call was refused with ${status}: ${text}`);
}
