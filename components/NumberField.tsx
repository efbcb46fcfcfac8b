import { useId, useRef, useState } from 'react';
import { translate } from '@/lib/i18n/translate';
import { Field } from './Field';
import styles from './NumberField.module.css';

interface NumberFieldProps {
  label: string;
  hint: string;
  value: number;
  least: number;
  most: number;
  /** Called with a whole number within the limits once it is typed; anything else is told beside the field. */
  onChange: (value: number) => void;
}

/** Milliseconds without a key after which a number has been typed. */
const whileTyping = 1_000;

/** What is typed stays as it is typed; only a number that can be taken is handed on. */
export function NumberField({ label, hint, value, least, most, onChange }: NumberFieldProps) {
  const errorId = useId();
  const [draft, setDraft] = useState<string>();
  const text = draft ?? String(value);
  const isTaken = isWithin(text, least, most);
  // The first digit of a number is not meant, though it is one.
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const handOn = (typed: string) => {
    clearTimeout(typing.current);
    if (isWithin(typed, least, most) && Number(typed) !== value) onChange(Number(typed));
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
            onChange={({ target }) => {
              setDraft(target.value);
              clearTimeout(typing.current);
              typing.current = setTimeout(handOn, whileTyping, target.value);
            }}
            onKeyDown={({ key }) => key === 'Enter' && handOn(text)}
            onBlur={() => {
              handOn(text);
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
