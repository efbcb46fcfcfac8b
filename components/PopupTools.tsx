import type { ReactNode } from 'react';
import { translate } from '@/lib/i18n/translate';
import { IconButton } from './IconButton';
import styles from './PopupTools.module.css';

interface PopupToolsProps {
  onOptions: () => void;
  menu: ReactNode;
}

export function PopupTools({ onOptions, menu }: PopupToolsProps) {
  return (
    <div className={styles.tools}>
      {menu}
      <IconButton label={translate('popup.options')} onClick={onOptions}>
        <path
          d="M3 6h7m4 0h3M3 14h3m4 0h7M12 3.8v4.4M8 11.8v4.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </IconButton>
    </div>
  );
}
