import type { ReactNode } from 'react';
import { PopupFrame } from '@/components/PopupFrame';
import { translate } from '@/lib/i18n/translate';

interface FrameProps {
  heading?: string;
  org?: string | undefined;
  children?: ReactNode;
  footer?: ReactNode;
}

/** The popup's frame; its heading is the extension's name where there is nothing better. */
export function Frame({ heading = translate('app.name'), ...props }: FrameProps) {
  return <PopupFrame heading={heading} {...props} />;
}
