import { useEffect, useState } from 'react';
import { translate } from '@/lib/i18n/translate';
import { Button } from './Button';
import styles from './CopyableText.module.css';

interface CopyableTextProps {
  /** What ties it to its label and hint. */
  id: string;
  'aria-describedby': string | undefined;
  text: string;
  onCopy: (text: string) => Promise<void>;
}

/** Milliseconds for which it is said that the text was copied: later, the clipboard may hold something else. */
const shownFor = 4_000;

/** A text to be taken elsewhere. Whether it was copied is said in words that were not there before, to be read out. */
export function CopyableText({ text, onCopy, ...ids }: CopyableTextProps) {
  const [isCopied, setIsCopied] = useState<boolean>();
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    setIsCopied(undefined);
    await onCopy(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  return (
    <div className={styles.copyable}>
      <input {...ids} readOnly value={text} onFocus={(event) => event.target.select()} />
      <Button onClick={() => void copy()}>{translate('options.copy')}</Button>
      <output className={isCopied === false ? styles.failed : styles.copied}>
        {isCopied !== undefined && translate(isCopied ? 'options.copied' : 'options.copyFailed')}
      </output>
    </div>
  );
}
