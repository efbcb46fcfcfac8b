import { memo, useId } from 'react';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { TagDot } from './TagDot';
import styles from './TagRow.module.css';

interface TagRowProps<T extends Tag> {
  tag: T;
  /** On how many records it is, in words. */
  count: string | undefined;
  /** On what part of the records it is, from 0 to 1. */
  share?: number;
  /** What is to be known of it before it is chosen. */
  note: string | undefined;
  chosen: boolean;
  /** Its place in a list that the arrow keys move in, and whether the tab key stops here. */
  at?: number;
  isTabStop?: boolean;
  onChoose: (tag: T, chosen: boolean) => void;
}

/** A tag that can be chosen. One of a thousand: drawn again only where something of its own changed. */
export const TagRow = memo(function TagRow<T extends Tag>({
  tag,
  count,
  share,
  note,
  chosen,
  at,
  isTabStop = true,
  onChoose,
}: TagRowProps<T>) {
  const countId = useId();
  const noteId = useId();
  return (
    <div className={styles.row}>
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.box}
          checked={chosen}
          disabled={!canChoose(tag)}
          tabIndex={isTabStop ? undefined : -1}
          data-at={at}
          aria-describedby={note ? `${countId} ${noteId}` : countId}
          onChange={(event) => onChoose(tag, event.target.checked)}
        />
        <TagDot color={tag.color} className={styles.dot} />
        <span className={styles.name} dir="auto">
          {tag.name}
        </span>
      </label>
      <span className={styles.amount}>
        <span id={countId} className={styles.count}>
          {count}
        </span>
        {share !== undefined && (
          <span className={styles.track} aria-hidden="true">
            <span className={styles.share} style={{ inlineSize: `${share * 100}%` }} />
          </span>
        )}
      </span>
      {note && (
        <span id={noteId} className={styles.note}>
          {note}
        </span>
      )}
    </div>
  );
}) as <T extends Tag>(props: TagRowProps<T>) => React.JSX.Element;

/** A name with a comma cannot be told to Bigin. */
export function canChoose({ name }: Pick<Tag, 'name'>): boolean {
  return !name.includes(',');
}
