import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';

/** That a job of the tab runs on other records than those in view. */
export function RunningLine({ onOpen }: { onOpen: () => void }) {
  return (
    <Notice tone="plain">
      {translate('sidePanel.otherJob')}{' '}
      <Button look="link" onClick={onOpen}>
        {translate('sidePanel.showJob')}
      </Button>
    </Notice>
  );
}
