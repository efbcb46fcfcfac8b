import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { PopupFrame } from '@/components/PopupFrame';
import { modules, type ModuleName } from '@/lib/bigin/modules';
import { translate } from '@/lib/i18n/translate';
import type { Selection } from '@/lib/selection/selection';

interface FrameProps {
  /** What the heading counts. */
  selection?: Pick<Selection, 'module' | 'ids'> | { module: ModuleName; count: number } | undefined;
  org?: string | undefined;
  children?: ReactNode;
  footer?: ReactNode;
}

/** The popup's frame with the selection as its heading. */
export function Frame({ selection, ...props }: FrameProps) {
  const heading = selection ? selectionHeading(selection) : translate('app.name');
  return <PopupFrame heading={heading} onOptions={() => void browser.runtime.openOptionsPage()} {...props} />;
}

function selectionHeading(selection: NonNullable<FrameProps['selection']>): string {
  const { singular, plural } = modules[selection.module];
  const count = 'ids' in selection ? selection.ids.length : selection.count;
  return translate('popup.selected', { count, module: count === 1 ? singular : plural });
}
