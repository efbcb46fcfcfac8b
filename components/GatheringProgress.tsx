import { translate } from '@/lib/i18n/translate';
import styles from './JobProgress.module.css';

interface GatheringProgressProps {
  title: string;
  read: number;
  /** How many there are to read, where that is known. */
  total?: number | undefined;
  /** How many of those read are meant, where not all of them are. */
  found?: number | undefined;
}

/** How far records have been read through the API. */
export function GatheringProgress({ title, read, total, found }: GatheringProgressProps) {
  const progress =
    total === undefined
      ? translate('gather.read', { read })
      : translate('run.progress', { settled: Math.min(read, total), total });
  return (
    <div className={styles.progress}>
      <p className={styles.title}>{title}</p>
      <progress
        aria-label={title}
        aria-valuetext={progress}
        className={styles.bar}
        {...(total !== undefined && { max: total, value: Math.min(read, total) })}
      />
      <p className={styles.count}>
        {progress}
        {found !== undefined && ` · ${translate('gather.found', { found })}`}
      </p>
    </div>
  );
}
