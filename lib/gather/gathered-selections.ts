import type { RecordTags } from '@/lib/bigin/endpoints/list-records';
import { buildSelections } from '@/lib/selection/build-selections';
import { noDoubts } from '@/lib/selection/page-reading';
import type { Selections } from '@/lib/selection/selection';
import type { GatherRequest } from './gather-request';

/** What was gathered as the user's selection; of a view, measured by what the page said. */
export function gatheredSelections(
  { dataCenter, org, module, what }: GatherRequest,
  records: readonly RecordTags[],
): Selections {
  const ids = records.map(({ id }) => id);
  const parts = [{ source: what.kind, modules: [module], ids }];
  if (what.kind === 'tag') return { ...buildSelections({ dataCenter, org }, parts), given: what };
  const doubts = {
    ...noDoubts,
    pageCount: what.count,
    shortfall: Math.max(0, what.count - ids.length),
  };
  return { ...buildSelections({ dataCenter, org }, parts, doubts), given: { kind: 'view' } };
}
