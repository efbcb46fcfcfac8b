import type { AboveProps } from '../popup/surface';
import { OtherJobs } from './OtherJobs';

/** What the side panel tells besides what is selected: jobs elsewhere. */
export function Above({ tab }: AboveProps) {
  return tab && <OtherJobs tab={tab} />;
}
