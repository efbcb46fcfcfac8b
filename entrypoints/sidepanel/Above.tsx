import type { AboveProps } from '../popup/surface';
import { namedTab } from '../popup/parameters';
import { OtherJobs } from './OtherJobs';

/** What the side panel tells besides what is selected: jobs elsewhere. A window that is for one tab leads to no other. */
export function Above({ tab }: AboveProps) {
  return tab && namedTab() === undefined && <OtherJobs tab={tab} />;
}
