import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import styles from './Page.module.css';

interface PageProps {
  heading: string;
  /** The other page of ours that one may look for here. */
  other: { href: string; name: string };
  isWide?: boolean;
  children: ReactNode;
}

/** A page in a tab of its own. */
export function Page({ heading, other, isWide = false, children }: PageProps) {
  return (
    <main className={clsx(styles.page, isWide && styles.wide)}>
      <header className={styles.header}>
        <h1 className={styles.heading}>{heading}</h1>
        <a href={other.href} className={styles.link}>
          {other.name}
        </a>
      </header>
      {children}
    </main>
  );
}
