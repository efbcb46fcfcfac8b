import type { ComponentProps, ReactNode } from 'react';
import styles from './IconButton.module.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'title'> {
  /** What it does: read out, and shown when the pointer rests on it. */
  label: string;
  /** Drawn on 20 by 20. */
  children: ReactNode;
}

export function IconButton({ label, children, ...props }: IconButtonProps) {
  return (
    <button type="button" className={styles.button} title={label} {...props}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        {children}
      </svg>
      <span className="visually-hidden">{label}</span>
    </button>
  );
}
