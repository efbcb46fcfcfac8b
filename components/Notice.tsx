import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import styles from './Notice.module.css';

interface NoticeProps {
  tone: 'warn' | 'bad' | 'plain';
  children: ReactNode;
  /** Read out at once by a screen reader. */
  urgent?: boolean;
}

export function Notice({ tone, urgent = false, children }: NoticeProps) {
  return (
    <div role={urgent ? 'alert' : undefined} className={clsx(styles.notice, styles[tone])}>
      {children}
    </div>
  );
}
