import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';
import { modulesOf } from '@/lib/selection/build-selections';
import { moduleList } from '@/lib/i18n/module-label';
import { useModuleWords } from './useModuleWords';
import { recordCount, type Selections } from '@/lib/selection/selection';

interface SelectionDoubtsProps {
  selections: Selections;
  /** Records of the preview that Bigin does not have. */
  missing?: number;
  /** Whether Bigin has been asked for what the page does not tell. */
  isLookedUp?: boolean;
}

/** What the user must know of a selection that is not, or may not be, all of what they chose. */
export function SelectionDoubts({ selections, missing = 0, isLookedUp = false }: SelectionDoubtsProps) {
  const words = useModuleWords(selections);
  const { shortfall, excess, unchecked, beside } = selections;
  const unplaced = isLookedUp ? selections.unplaced : [];
  const openCount = unplaced.reduce((sum, { ids }) => sum + ids.length, 0);
  const readCount = recordCount(selections) + selections.missing;
  const pageCount = selections.pageCount ?? readCount + shortfall;
  const allMissing = selections.missing + missing;
  return (
    <>
      {shortfall > 0 && (
        <Notice tone="warn" urgent>
          {shortfallText(selections, pageCount, readCount)}
        </Notice>
      )}
      {excess > 0 && (
        <Notice tone="warn" urgent>
          {translate('popup.excess', { pageCount, readCount })}
        </Notice>
      )}
      {unchecked > 0 && <Notice tone="plain">{translate('popup.unchecked', { count: unchecked })}</Notice>}
      {beside > 0 && <Notice tone="plain">{translate('popup.beside', { count: beside })}</Notice>}
      {unplaced.length > 0 && (
        <Notice tone="warn" urgent>
          {translate('popup.unplaced', { count: openCount, modules: moduleList(modulesOf(unplaced), words) })}
        </Notice>
      )}
      {allMissing > 0 && <Notice tone="warn">{translate('popup.missing', { count: allMissing })}</Notice>}
    </>
  );
}

function shortfallText({ given, view }: Selections, pageCount: number, readCount: number): string {
  if (given?.kind === 'view') return translate('popup.viewShortfall', { pageCount, readCount });
  const first = translate('popup.shortfall', { pageCount, readCount });
  // Of a whole view, the rest is offered below.
  if (view) return first;
  return translate('sentences', { first, second: translate('popup.shortfallAdvice', { count: readCount }) });
}
