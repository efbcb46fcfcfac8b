import { moduleLabels, type ModuleName } from '@/lib/bigin/modules';
import { translate } from '@/lib/i18n/translate';
import { recordCount, type Selection, type Selections } from '@/lib/selection/selection';

/** `3 Contacts selected` */
export function selectionHeading({ module, ids: { length: count } }: Selection): string {
  return translate('popup.selected', { count, module: moduleLabel(module, count) });
}

/** `3 Contacts`: what a job is about, where the page does not select it any more. */
export function recordsHeading(module: ModuleName, count: number): string {
  return translate('popup.records', { count, module: moduleLabel(module, count) });
}

/** `3 Contacts selected`, or `3 records selected` where they are of several modules, or of which is open. */
export function selectionsHeading(selections: Selections): string {
  const { byModule, unplaced, view } = selections;
  const [selection, ...others] = byModule;
  if (selection && others.length === 0 && unplaced.length === 0) return selectionHeading(selection);
  if (view && recordCount(selections) === 0 && view.modules.length === 1) {
    const [module = 'Contacts'] = view.modules;
    return translate('popup.selected', { count: view.count, module: moduleLabel(module, view.count) });
  }
  return translate('popup.selectedRecords', { count: recordCount(selections) || (view?.count ?? 0) });
}

/** What so many records of a module are called. */
export function moduleLabel(module: ModuleName, count: number): string {
  const { singular, plural } = moduleLabels[module];
  return count === 1 ? singular : plural;
}
