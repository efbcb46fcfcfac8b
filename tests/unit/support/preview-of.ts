import { makePreview } from '@/lib/preview/make-preview';
import type { Preview } from '@/lib/preview/preview';
import type { Selection } from '@/lib/selection/selection';
import type { FakeBigin } from '../../fake-bigin/index';
import { clientOf, newest, zylker } from './fake';

export const connectionId = `us:org${zylker}`;

/** A selection in the fake's first organization. */
export function selectionOfIds(ids: string[], module: Selection['module'] = 'Contacts'): Selection {
  return { dataCenter: 'us', org: `org${zylker}`, module, ids, sources: ['list'] };
}

/** A preview of a selection of contacts: of the three newest unless told. */
export function previewOf(fake: FakeBigin, ids = newest(fake, 3)): Promise<Preview> {
  return makePreview(clientOf(fake), connectionId, selectionOfIds(ids));
}
