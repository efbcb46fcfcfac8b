import { useId, useState } from 'react';
import { translate } from '@/lib/i18n/translate';
import { Field } from './Field';
import styles from './NumberField.module.css';

interface NumberFieldProps {
  label: string;
  hint: string;
  value: number;
  least: number;
  most: number;
  /** Called with a whole number within the limits once it is entered; anything else is told beside the field. */
  onChange: (value: number) => void;
}

/** What is typed stays as it is typed; only a number that can be taken is handed on. */
export function NumberField({ label, hint, value, least, most, onChange }: NumberFieldProps) {
  const errorId = useId();
  const [draft, setDraft] = useState<string>();
  const text = draft ?? String(value);
  const isTaken = isWithin(text, least, most);
  // The first digit of a number is not meant, though it is one: only what is entered is handed on.
  const handOn = () => {
    if (isTaken && Number(text) !== value) onChange(Number(text));
  };
  return (
    <Field label={label} hint={hint}>
      {({ id, 'aria-describedby': hintId }) => (
        <>
          <input
            id={id}
            type="number"
            className={styles.number}
            inputMode="numeric"
            min={least}
            max={most}
            step={1}
            value={text}
            aria-invalid={!isTaken}
            aria-describedby={isTaken ? hintId : `${errorId} ${hintId}`}
            onChange={({ target }) => setDraft(target.value)}
            onKeyDown={({ key }) => key === 'Enter' && handOn()}
            onBlur={() => {
              handOn();
              if (isTaken) setDraft(undefined);
            }}
          />
          {!isTaken && (
            <p id={errorId} role="alert" className={styles.error}>
              {translate('settings.outOfRange', { count: least, total: most })}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

function isWithin(text: string, least: number, most: number): boolean {
  if (!/^\d+$/.test(text)) return false;
  const number = Number(text);
  return number >= least && number <= most;
}
