import { useEffect, useId, useRef } from 'react';
import { Button } from './Button';
import styles from './ConfirmDialog.module.css';

interface ConfirmDialogProps {
  /** What is about to happen, and what cannot be taken back. */
  text: string;
  /** What the button is called that does it. */
  action: string;
  /** What the one is called that leaves all as it is. */
  wayOut: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something is done for good; the way out has the focus. */
export function ConfirmDialog({ text, action, wayOut, onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const textId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={textId}
      className={styles.dialog}
      onClose={onCancel}
    >
      <p id={textId} className={styles.text}>
        {text}
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => dialog.current?.close()}>{wayOut}</Button>
        <Button look="primary" onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </dialog>
  );
}
