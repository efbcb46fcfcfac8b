import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { mountPage } from '@/components/mountPage';
import { createQueryClient } from '@/components/query-client';
import { askForHosts } from '@/lib/browser/host-access';
import { setUpPage } from '@/lib/browser/set-up-page';
import type { MessageKey } from '@/lib/i18n/translate';
import { followAccess } from './follow-access';

/** Makes a page of ours ready, which may have asked something already, and shows it. */
export async function showPage(
  Page: ComponentType,
  title: MessageKey,
  queryClient: QueryClient = createQueryClient(),
): Promise<void> {
  followAccess(queryClient);
  await setUpPage(title);
  mountPage(Page, { askForHosts, queryClient });
}
