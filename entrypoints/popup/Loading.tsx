import { Skeleton } from '@/components/Skeleton';
import { translate } from '@/lib/i18n/translate';
import { Frame } from './Frame';

export function Loading() {
  return (
    <Frame>
      <Skeleton label={translate('popup.loading')} />
    </Frame>
  );
}
