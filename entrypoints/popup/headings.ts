import type { ModuleName } from '@/lib/bigin/modules';
import { moduleLabel, type ModuleWords } from '@/lib/i18n/module-label';
import { translate } from '@/lib/i18n/translate';
import { recordCount, type Selection, type Selections } from '@/lib/selection/selection';

/** `3 Contacts selected` */
export function selectionHeading({ module, ids }: Selection, words: ModuleWords): string {
  return selectedHeading(module, ids.length, words);
}

/** `3 Contacts`: what a job is about, where the page does not select it any more. */
export function recordsHeading(module: ModuleName, count: number, words: ModuleWords): string {
  return translate('popup.records', { count, module: moduleLabel(module, count, words) });
}

/** `3 Contacts selected`, or `3 records selected` where they are of several modules, or of which is open. */
export function selectionsHeading(selections: Selections, words: ModuleWords): string {
  const { byModule, unplaced, view } = selections;
  const [selection, ...others] = byModule;
  if (selection && others.length === 0 && unplaced.length === 0) return selectionHeading(selection, words);
  const [module, ...otherModules] = view?.modules ?? [];
  if (view && module && otherModules.length === 0 && recordCount(selections) === 0) {
    return selectedHeading(module, view.count, words);
  }
  return translate('popup.selectedRecords', { count: recordCount(selections) || (view?.count ?? 0) });
}

function selectedHeading(module: ModuleName, count: number, words: ModuleWords): string {
  return translate('popup.selected', { count, module: moduleLabel(module, count, words) });
}
