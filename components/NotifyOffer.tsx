import { translate } from '@/lib/i18n/translate';
import { Button } from './Button';
import styles from './NotifyOffer.module.css';

interface NotifyOfferProps {
  /** Whether the offer was taken. */
  isTaken: boolean;
  onTake: () => void;
}

/** Offers a notification at the end of what takes long, and says that there will be one. */
export function NotifyOffer({ isTaken, onTake }: NotifyOfferProps) {
  return (
    <p className={styles.offer} aria-live="polite">
      {isTaken ? (
        translate('notice.offered')
      ) : (
        <Button look="link" onClick={onTake}>
          {translate('notice.offer')}
        </Button>
      )}
    </p>
  );
}
