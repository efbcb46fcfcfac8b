import { clsx } from 'clsx';
import { Button } from '@/components/Button';
import { translate } from '@/lib/i18n/translate';
import styles from './ReloadNotice.module.css';

export interface ReloadProps {
  /** Missing until it is known whether the page is to be loaded anew: its room is kept, so that no button moves then. */
  onReload?: () => void;
  isBusy?: boolean;
}

/** What brings a page up to date that still shows the tags from before. */
export function ReloadLink({ onReload, isBusy = false }: ReloadProps) {
  return (
    <Button look="link" className={clsx(!onReload && styles.room)} disabled={isBusy} onClick={onReload}>
      {translate('result.reload')}
    </Button>
  );
}
