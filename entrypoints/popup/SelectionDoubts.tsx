import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';
import type { Selection } from '@/lib/selection/selection';

/** What the user must know of a selection that is not all of what they chose. */
export function SelectionDoubts({ selection, missing }: { selection: Selection; missing: number }) {
  const { shortfall, pageCount = 0, ids } = selection;
  return (
    <>
      {shortfall > 0 && (
        <Notice tone="warn" urgent>
          {translate('popup.shortfall', { pageCount, readCount: ids.length })}
        </Notice>
      )}
      {missing > 0 && <Notice tone="warn">{translate('popup.missing', { count: missing })}</Notice>}
    </>
  );
}
