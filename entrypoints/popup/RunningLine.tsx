import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';

/** That a job of the tab is not over, which is not about what is in view. */
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
