import type { ModuleName } from '@/lib/bigin/modules';
import type { Job } from './job';

/** Records of one organization, in the modules that are meant. */
export interface Place {
  connectionId: string;
  modules: readonly ModuleName[];
}

/** The tags that were last removed there, each once, the latest first; `jobs` are the newest first, as the journal has them. */
export function usedTags(jobs: readonly Job[], place: Place, most: number): string[] {
  const names = removalsIn(jobs, place).flatMap(({ tagNames }) => tagNames);
  return [...new Set(names)].slice(0, most);
}

/** The tags of the latest removal there; none where nothing was removed. */
export function lastRemoved(jobs: readonly Job[], place: Place): string[] {
  return removalsIn(jobs, place)[0]?.tagNames ?? [];
}

function removalsIn(jobs: readonly Job[], { connectionId, modules }: Place): Job[] {
  return jobs.filter(
    (job) => job.kind === 'removal' && job.connectionId === connectionId && modules.includes(job.module),
  );
}
