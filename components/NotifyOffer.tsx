import { translate } from '@/lib/i18n/translate';
import { Button } from './Button';
import styles from './NotifyOffer.module.css';

interface NotifyOfferProps {
  /** What is told: the end of what is under way, or the next removal. */
  about: 'end' | 'next';
  /** Whether the offer was taken. */
  isTaken: boolean;
  onTake: () => void;
}

const words = {
  end: { offer: 'notice.offer', taken: 'notice.offered' },
  next: { offer: 'notice.offerNext', taken: 'notice.offeredNext' },
} as const;

/** Offers a notification, and says that there will be one. */
export function NotifyOffer({ about, isTaken, onTake }: NotifyOfferProps) {
  return (
    <p className={styles.offer} aria-live="polite">
      {isTaken ? (
        translate(words[about].taken)
      ) : (
        <Button look="link" onClick={onTake}>
          {translate(words[about].offer)}
        </Button>
      )}
    </p>
  );
}
