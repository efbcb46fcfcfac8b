import { modules, type ModuleName } from '@/lib/bigin/modules';
import { translate } from '@/lib/i18n/translate';
import type { Selection } from '@/lib/selection/selection';

/** `3 Contacts selected` */
export function selectionHeading({ module, ids: { length: count } }: Selection): string {
  return translate('popup.selected', { count, module: moduleLabel(module, count) });
}

/** `3 Contacts`: what a job is about, where the page does not select it any more. */
export function recordsHeading(module: ModuleName, count: number): string {
  return translate('popup.records', { count, module: moduleLabel(module, count) });
}

function moduleLabel(module: ModuleName, count: number): string {
  const { singular, plural } = modules[module];
  return count === 1 ? singular : plural;
}
