import { clsx } from 'clsx';
import styles from './TagDot.module.css';

interface TagDotProps {
  /** Bigin's, where it has one. */
  color: string | undefined;
  /** Where it stands. */
  className: string | undefined;
}

/** A tag's colour, which tells nothing that its name does not. */
export function TagDot({ color, className }: TagDotProps) {
  return (
    <span className={clsx(styles.dot, className)} style={{ backgroundColor: color }} aria-hidden="true" />
  );
}
