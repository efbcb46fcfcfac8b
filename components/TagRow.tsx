import { useId } from 'react';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { translate } from '@/lib/i18n/translate';
import styles from './TagRow.module.css';

interface TagRowProps {
  tag: Tag;
  /** On how many records it is, in words. */
  count: string | undefined;
  /** A tag that differs from this one by letter case alone. */
  lookAlike: string | undefined;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

export function TagRow({ tag: { name, color }, count, lookAlike, chosen, onChoose }: TagRowProps) {
  const countId = useId();
  const noteId = useId();
  const unsendable = name.includes(',');
  const note = unsendable
    ? translate('tags.comma')
    : lookAlike && translate('tags.lookAlike', { tag: lookAlike });
  return (
    <div className={styles.row}>
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.box}
          checked={chosen}
          disabled={unsendable}
          aria-describedby={note ? `${countId} ${noteId}` : countId}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span className={styles.dot} style={{ backgroundColor: color }} aria-hidden="true" />
        <span className={styles.name} dir="auto">
          {name}
        </span>
      </label>
      <span id={countId} className={styles.count}>
        {count}
      </span>
      {note && (
        <span id={noteId} className={styles.note}>
          {note}
        </span>
      )}
    </div>
  );
}
