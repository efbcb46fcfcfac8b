import { Skeleton } from '@/components/Skeleton';
import { translate } from '@/lib/i18n/translate';
import { Frame } from './Frame';
import { useIsLate } from './useIsLate';

interface LoadingProps {
  heading?: string;
  org?: string | undefined;
}

/** Stands in for what is on its way, in the places that it will have; an answer that is quick finds nothing there. */
export function Loading({ heading, org = '\u00A0' }: LoadingProps) {
  const isLate = useIsLate();
  if (!isLate) return null;
  return (
    <Frame {...(heading && { heading })} org={org}>
      <Skeleton label={translate('popup.loading')} />
    </Frame>
  );
}
