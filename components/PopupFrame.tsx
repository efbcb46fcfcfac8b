import type { ReactNode } from 'react';
import styles from './PopupFrame.module.css';

interface PopupFrameProps {
  heading: string;
  /** The organization that the page shows. */
  org?: string | undefined;
  children?: ReactNode;
  /** What stays in view below the content. */
  footer?: ReactNode;
}

export function PopupFrame({ heading, org, children, footer }: PopupFrameProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <h1 className={styles.heading} tabIndex={-1}>
          {heading}
        </h1>
        {org && <p className={styles.org}>{org}</p>}
      </header>
      <main className={styles.main}>{children}</main>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  );
}
