import { formatRange } from '@/lib/i18n/format-range';
import { translate } from '@/lib/i18n/translate';
import { Button } from './Button';
import styles from './Pager.module.css';

interface PagerProps {
  /** The page that is shown, the first being 0. */
  page: number;
  pageSize: number;
  total: number;
  onTurn: (page: number) => void;
}

/** Which records are shown, and the way to the next ones; nothing where all of them are. */
export function Pager({ page, pageSize, total, onTurn }: PagerProps) {
  if (total <= pageSize) return null;
  const end = Math.min(total, (page + 1) * pageSize);
  return (
    <nav aria-label={translate('history.pages')} className={styles.pager}>
      <span aria-live="polite" className={styles.shown}>
        {translate('history.shown', { records: formatRange(page * pageSize + 1, end), total })}
      </span>
      <Button disabled={page === 0} onClick={() => onTurn(page - 1)}>
        {translate('history.previous')}
      </Button>
      <Button disabled={end === total} onClick={() => onTurn(page + 1)}>
        {translate('history.next')}
      </Button>
    </nav>
  );
}
