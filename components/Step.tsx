import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import { translate } from '@/lib/i18n/translate';
import styles from './Step.module.css';

interface StepProps {
  number: number;
  heading: string;
  isDone: boolean;
  /** The one to do now. */
  isCurrent: boolean;
  children: ReactNode;
}

/** A step of a list of them, ticked once it is done. */
export function Step({ number, heading, isDone, isCurrent, children }: StepProps) {
  return (
    <li aria-current={isCurrent ? 'step' : undefined} className={clsx(styles.step, isDone && styles.done)}>
      <span aria-hidden="true" className={styles.mark}>
        {isDone ? (
          <svg viewBox="0 0 20 20" width="18" height="18">
            <path
              d="m4.5 10.5 3.7 3.7 7.3-8"
              fill="none"
              stroke="currentColor"
              strokeWidth="2.2"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        ) : (
          number
        )}
      </span>
      <div className={styles.content}>
        <h2 className={styles.heading}>
          {heading}
          {isDone && <span className="visually-hidden"> {translate('welcome.done')}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
