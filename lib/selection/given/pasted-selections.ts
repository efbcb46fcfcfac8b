import { moduleNames } from '@/lib/bigin/modules';
import type { BiginPage } from '@/lib/bigin/page-url';
import { buildSelections } from '../build-selections';
import type { Selections } from '../selection';
import type { PastedRecords } from './pasted-records';

/** Pasted records as the user's selection. Ids that stand alone are looked for in the page's modules first. */
export function pastedSelections({ placed, unplaced }: PastedRecords, page: BiginPage): Selections {
  const parts = placed.map(({ module, ids }) => ({ source: 'pasted' as const, modules: [module], ids }));
  const modules = [...new Set([...page.modules, ...moduleNames])];
  const selections = buildSelections(page, [...parts, { source: 'pasted', modules, ids: unplaced }]);
  return { ...selections, given: { kind: 'pasted' } };
}
