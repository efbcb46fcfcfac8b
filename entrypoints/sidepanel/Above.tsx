import type { AboveProps } from '../popup/surface';
import { OtherJobs } from './OtherJobs';
import { ResultLine } from './ResultLine';

/** What the side panel tells besides what is selected: jobs elsewhere, and the last result. */
export function Above({ tab, result, onOpenResult }: AboveProps) {
  return (
    <>
      {tab && <OtherJobs tab={tab} />}
      {result && <ResultLine result={result} onOpen={onOpenResult} />}
    </>
  );
}
