import { useQuery } from '@tanstack/react-query';
import type { ModuleWords } from '@/lib/i18n/module-label';
import { pageConnectionQuery, tabQuery } from './queries';

const none: ModuleWords = {};

/** What the organization that the tab shows calls its modules, where it has words of its own. */
export function useModuleWords(): ModuleWords {
  const { data: tab } = useQuery(tabQuery);
  const { data: page } = useQuery(pageConnectionQuery(tab?.page));
  return page?.connection?.moduleWords ?? none;
}
