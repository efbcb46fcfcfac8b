import type { ReactNode } from 'react';
import { translate } from '@/lib/i18n/translate';
import { IconButton } from './IconButton';
import styles from './PopupFrame.module.css';

interface PopupFrameProps {
  heading: string;
  /** The organization that the page shows. */
  org?: string | undefined;
  onOptions: () => void;
  /** What else stands beside the heading. */
  menu?: ReactNode;
  children?: ReactNode;
  /** What stays in view below the content. */
  footer?: ReactNode;
}

export function PopupFrame({ heading, org, onOptions, menu, children, footer }: PopupFrameProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h1 className={styles.heading}>{heading}</h1>
          {org && <p className={styles.org}>{org}</p>}
        </div>
        <div className={styles.buttons}>
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
      </header>
      <main className={styles.main}>{children}</main>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  );
}
