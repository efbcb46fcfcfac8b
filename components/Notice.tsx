import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import styles from './Notice.module.css';
import tones from './tones.module.css';

interface NoticeProps {
  tone: 'warn' | 'bad' | 'plain';
  children: ReactNode;
  /** Read out at once by a screen reader. */
  urgent?: boolean;
}

export function Notice({ tone, urgent = false, children }: NoticeProps) {
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className={clsx(styles.notice, tone === 'plain' ? styles.plain : tones[tone])}
    >
      {children}
    </div>
  );
}
