import { useId, type ReactNode } from 'react';
import { translate } from '@/lib/i18n/translate';
import { IconButton } from './IconButton';
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
      <IconButton label={translate('popup.more')} popoverTarget={id}>
        <g fill="currentColor">
          <circle cx="4.5" cy="10" r="1.5" />
          <circle cx="10" cy="10" r="1.5" />
          <circle cx="15.5" cy="10" r="1.5" />
        </g>
      </IconButton>
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
