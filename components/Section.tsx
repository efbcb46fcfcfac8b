import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  /** What links within the page name it by. */
  id: string;
  heading: string;
  /** What stands beside the heading. */
  note?: ReactNode;
  children: ReactNode;
}

/** A part of a page, framed. */
export function Section({ id, heading, note, children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className={styles.section}>
      <div className={styles.head}>
        <h2 id={headingId} className={styles.heading}>
          {heading}
        </h2>
        {note}
      </div>
      {children}
    </section>
  );
}
