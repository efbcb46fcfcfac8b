import type { ReactNode } from 'react';
import styles from './Hint.module.css';

/** A small line above the buttons that it is about. */
export function Hint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}
