import type { KeyboardEvent, Ref } from 'react';
import { translate } from '@/lib/i18n/translate';
import styles from './TagFilter.module.css';

interface TagFilterProps {
  ref: Ref<HTMLInputElement>;
  text: string;
  onType: (text: string) => void;
  /** Enter: chooses the first tag that matches. */
  onEnter: () => void;
  /** The arrow that leads into the list. */
  onDown: () => void;
}

export function TagFilter({ ref, text, onType, onEnter, onDown }: TagFilterProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    // Words that are still being composed own these keys.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') onType('');
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'ArrowDown') onDown();
    else return;
    // Escape would close the popup.
    event.preventDefault();
  };
  return (
    <input
      ref={ref}
      type="search"
      className={styles.filter}
      aria-label={translate('tags.filter')}
      placeholder={translate('tags.filter')}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      value={text}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
