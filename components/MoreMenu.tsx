import { useId, type ReactNode } from 'react';
import { translate } from '@/lib/i18n/translate';
import styles from './MoreMenu.module.css';

interface MoreMenuProps<T extends string> {
  items: readonly { name: T; label: ReactNode }[];
  onChoose: (name: T) => void;
}

/** The less common ways, out of sight until they are asked for. */
export function MoreMenu<T extends string>({ items, onChoose }: MoreMenuProps<T>) {
  const id = useId();
  return (
    <>
      <button type="button" className={styles.opener} popoverTarget={id} title={translate('popup.more')}>
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <g fill="currentColor">
            <circle cx="4.5" cy="10" r="1.5" />
            <circle cx="10" cy="10" r="1.5" />
            <circle cx="15.5" cy="10" r="1.5" />
          </g>
        </svg>
        <span className="visually-hidden">{translate('popup.more')}</span>
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        {items.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className={styles.item}
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={() => onChoose(name)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
