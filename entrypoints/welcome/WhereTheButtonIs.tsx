import { useQuery } from '@tanstack/react-query';
import { BrandMark } from '@/components/BrandMark';
import { translate } from '@/lib/i18n/translate';
import { shortcutsQuery } from '../options/queries';
import styles from './App.module.css';

/** The way from here to the first real removal. */
export function WhereTheButtonIs() {
  const { data: shortcuts = [] } = useQuery(shortcutsQuery);
  const keys = shortcuts.find(({ name }) => name === '_execute_action')?.keys;
  return (
    <div className={styles.after}>
      <BrandMark size={32} />
      <p className={styles.next}>{translate('welcome.next')}</p>
      <span />
      <p className={styles.text}>
        {translate(import.meta.env.FIREFOX ? 'welcome.pin.firefox' : 'welcome.pin.chromium')}
      </p>
      {keys && (
        <>
          <span />
          <p className={styles.text}>{translate('welcome.shortcut', { keys })}</p>
        </>
      )}
    </div>
  );
}
