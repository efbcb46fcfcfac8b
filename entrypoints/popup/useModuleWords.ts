import { useQuery } from '@tanstack/react-query';
import type { ModuleWords } from '@/lib/i18n/module-label';
import type { Selection } from '@/lib/selection/selection';
import { pageConnectionQuery } from './queries';

const none: ModuleWords = {};

/** What an organization calls its modules, where it has words of its own. */
export function useModuleWords(org: Pick<Selection, 'dataCenter' | 'org'> | undefined): ModuleWords {
  const { data: page } = useQuery(pageConnectionQuery(org));
  return page?.connection?.moduleWords ?? none;
}
