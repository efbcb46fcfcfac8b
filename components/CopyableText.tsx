import { translate } from '@/lib/i18n/translate';
import { Button } from './Button';
import styles from './CopyableText.module.css';
import { useCopy } from './useCopy';

interface CopyableTextProps {
  /** What ties it to its label and hint. */
  id: string;
  'aria-describedby': string | undefined;
  text: string;
  onCopy: (text: string) => Promise<void>;
}

/** A text to be taken elsewhere. Whether it was copied is said in words that were not there before, to be read out. */
export function CopyableText({ text, onCopy, ...ids }: CopyableTextProps) {
  const { isCopied, copy } = useCopy(onCopy);
  return (
    <div className={styles.copyable}>
      <input {...ids} readOnly value={text} onFocus={(event) => event.target.select()} />
      <Button onClick={() => void copy(text)}>{translate('options.copy')}</Button>
      <output className={isCopied === false ? styles.failed : styles.copied}>
        {isCopied !== undefined && translate(isCopied ? 'options.copied' : 'options.copyFailed')}
      </output>
    </div>
  );
}
