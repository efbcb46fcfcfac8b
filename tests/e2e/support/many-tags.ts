import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { zylker } from './bigin-list';
import type { Extension } from './extension';
import { connectedPopup } from './prepare';

/** Names of tags: `Tag 0001` and so on. */
export const tagNames = (count: number) =>
  Array.from({ length: count }, (_, index) => `Tag ${String(index + 1).padStart(4, '0')}`);

/** The popup over three contacts: one with these tags, and all three with those. */
export async function popupWithTags(
  extension: Extension,
  bigin: ServedFakeBigin,
  { onOne, onAll = [] }: { onOne: string[]; onAll?: string[] },
): Promise<{ list: Page; popup: Page; ids: string[] }> {
  const contacts = (bigin.world.org(zylker)?.records.Contacts ?? []).slice(0, 3);
  contacts.forEach(({ id }, index) =>
    bigin.world.setTags(zylker, 'Contacts', id, index === 0 ? [...onAll, ...onOne] : onAll),
  );
  return connectedPopup(extension);
}
