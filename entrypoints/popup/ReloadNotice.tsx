import { clsx } from 'clsx';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';
import styles from './ReloadNotice.module.css';

interface ReloadNoticeProps {
  /** Missing until it is known whether the page is to be loaded anew: its room is kept, so that no button moves then. */
  onReload?: () => void;
  isBusy?: boolean;
}

/** That the page still shows the tags from before, and what brings it up to date. */
export function ReloadNotice({ onReload, isBusy = false }: ReloadNoticeProps) {
  return (
    <div className={clsx(!onReload && styles.room)}>
      <Notice tone="plain">
        {translate('result.stale')}{' '}
        <Button look="link" disabled={isBusy} onClick={onReload}>
          {translate('result.reload')}
        </Button>
      </Notice>
    </div>
  );
}
