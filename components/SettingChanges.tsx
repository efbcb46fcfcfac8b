import { useEffect, useId, useRef } from 'react';
import { translate } from '@/lib/i18n/translate';
import { Button } from './Button';
import { Notice } from './Notice';
import styles from './SettingChanges.module.css';

interface SettingChangesProps {
  /** In words. */
  changes: readonly { name: string; label: string; from: string; to: string }[];
  /** Entries of the file that nothing is known of. */
  unknown: number;
  /** Whether the client secret that is stored goes with this. */
  isSecretDropped: boolean;
  onTake: () => void;
  onLeave: () => void;
}

/** What a file would change, before it is taken. */
export function SettingChanges({ changes, unknown, isSecretDropped, onTake, onLeave }: SettingChangesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby={headingId} className={styles.changes}>
      <h3 ref={heading} id={headingId} tabIndex={-1} className={styles.heading}>
        {translate('settingsFile.changes', { count: changes.length })}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{translate('settingsFile.setting')}</th>
            <th scope="col">{translate('settingsFile.now')}</th>
            <th scope="col">{translate('settingsFile.then')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ name, label, from, to }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>{from}</td>
              <td>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isSecretDropped && <Notice tone="warn">{translate('settingsFile.secretDropped')}</Notice>}
      {unknown > 0 && <Notice tone="plain">{translate('settingsFile.unknown', { count: unknown })}</Notice>}
      <div className={styles.buttons}>
        <Button look="primary" onClick={onTake}>
          {translate('settingsFile.take')}
        </Button>
        <Button onClick={onLeave}>{translate('settingsFile.leave')}</Button>
      </div>
    </section>
  );
}
