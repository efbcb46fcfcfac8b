import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './Button';
import styles from './ConfirmDialog.module.css';
import { makeRoom } from './make-room';

/** What browsers leave free above and below a dialog, and its border, in CSS pixels. */
const around = 44;

interface ConfirmDialogProps {
  /** What is about to happen, and what cannot be taken back. */
  text: string;
  /** What it is about, below the text. */
  children?: ReactNode;
  /** What the button is called that does it. */
  action: string;
  /** What the one is called that leaves all as it is. */
  wayOut: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something is done for good; the way out has the focus. */
export function ConfirmDialog({ text, children, action, wayOut, onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const textId = useId();
  const aboutId = useId();
  const out = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    if (!opened) return undefined;
    opened.showModal();
    // What it is about may scroll, and would have the focus then.
    out.current?.focus();
    return makeRoom(opened.scrollHeight + around);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It would close the popup too.
    event.preventDefault();
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={textId}
      aria-describedby={children ? aboutId : undefined}
      className={styles.dialog}
      onClose={onCancel}
      onKeyDown={onKeyDown}
    >
      <p id={textId} className={styles.text}>
        {text}
      </p>
      {children && (
        <div id={aboutId} className={styles.about}>
          {children}
        </div>
      )}
      <div className={styles.buttons}>
        <Button ref={out} onClick={() => dialog.current?.close()}>
          {wayOut}
        </Button>
        <Button look="primary" onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </dialog>
  );
}
