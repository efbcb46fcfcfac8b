import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';
import { recordCount, type Selections } from '@/lib/selection/selection';

/** What the user must know of a selection that is not, or may not be, all of what they chose. */
export function SelectionDoubts({ selections, missing = 0 }: { selections: Selections; missing?: number }) {
  const { shortfall, excess, unchecked, beside } = selections;
  const readCount = recordCount(selections) + selections.missing;
  const pageCount = selections.pageCount ?? readCount + shortfall;
  const allMissing = selections.missing + missing;
  return (
    <>
      {shortfall > 0 && (
        <Notice tone="warn" urgent>
          {translate('popup.shortfall', { pageCount, readCount })}{' '}
          {/* Of a whole view, the rest is offered below. */}
          {!selections.view && translate('popup.shortfallAdvice', { count: readCount })}
        </Notice>
      )}
      {excess > 0 && (
        <Notice tone="warn" urgent>
          {translate('popup.excess', { pageCount, readCount })}
        </Notice>
      )}
      {unchecked > 0 && <Notice tone="plain">{translate('popup.unchecked', { count: unchecked })}</Notice>}
      {beside > 0 && <Notice tone="plain">{translate('popup.beside', { count: beside })}</Notice>}
      {allMissing > 0 && <Notice tone="warn">{translate('popup.missing', { count: allMissing })}</Notice>}
    </>
  );
}
