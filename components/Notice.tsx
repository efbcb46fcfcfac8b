import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import styles from './Notice.module.css';
import tones from './tones.module.css';

interface NoticeProps {
  tone: 'warn' | 'bad' | 'plain';
  children: ReactNode;
  /** Read out at once by a screen reader. */
  urgent?: boolean;
  /** What mends it. */
  action?: ReactNode;
}

export function Notice({ tone, urgent = false, action, children }: NoticeProps) {
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className={clsx(styles.notice, tone === 'plain' ? styles.plain : tones[tone])}
    >
      {children}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
