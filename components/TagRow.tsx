import { useId } from 'react';
import type { PreviewTag } from '@/lib/preview/preview';
import { translate } from '@/lib/i18n/translate';
import styles from './TagRow.module.css';

interface TagRowProps {
  tag: PreviewTag;
  total: number;
  /** A tag that differs from this one by letter case alone. */
  lookAlike: string | undefined;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

export function TagRow({ tag: { name, color, count }, total, lookAlike, chosen, onChoose }: TagRowProps) {
  const descriptionId = useId();
  const unsendable = name.includes(',');
  return (
    <div className={styles.row}>
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.box}
          checked={chosen}
          disabled={unsendable}
          aria-describedby={descriptionId}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span className={styles.dot} style={{ backgroundColor: color }} aria-hidden="true" />
        <span className={styles.name} dir="auto">
          {name}
        </span>
      </label>
      <span id={descriptionId} className={styles.count}>
        {translate('tags.onSome', { count, total })}
        {unsendable && <span className={styles.reason}>{translate('tags.comma')}</span>}
        {lookAlike && (
          <span className={styles.reason}>{translate('tags.lookAlike', { tag: lookAlike })}</span>
        )}
      </span>
    </div>
  );
}
