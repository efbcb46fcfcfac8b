import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SettingChanges } from '@/components/SettingChanges';
import { Status } from '@/components/Status';
import { explain } from '@/lib/bigin/errors/explain';
import { saveFile } from '@/lib/browser/save-file';
import { translate } from '@/lib/i18n/translate';
import { readSettings, resetSettings } from '@/lib/settings/all-settings';
import { settingsFileName, writeSettingsFile } from '@/lib/settings/settings-file';
import styles from './App.module.css';
import { offerOf, takeFile, type FileOffer } from './file-offer';
import { changeInWords, fileProblemText } from './setting-words';

interface SettingsFileProps {
  /** All settings were replaced: whatever shows them shows them anew. */
  onReplaced: () => Promise<void>;
}

/** The settings to a file and back, and back to standard. */
export function SettingsFile({ onReplaced }: SettingsFileProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [offer, setOffer] = useState<FileOffer>();
  const [isAsking, setIsAsking] = useState(false);
  const write = useMutation({
    mutationFn: async () =>
      saveFile(settingsFileName, 'application/json', writeSettingsFile(await readSettings())),
  });
  const read = useMutation({ mutationFn: offerOf, onSuccess: setOffer });
  const take = useMutation({ mutationFn: takeFile, onSuccess: onReplaced });
  const reset = useMutation({ mutationFn: resetSettings, onSuccess: onReplaced });
  const begin = () => {
    setOffer(undefined);
    for (const each of [write, read, take, reset]) each.reset();
  };
  const error = [write, read, take, reset].map((each) => each.error).find(Boolean);
  const changes = offer?.ok ? offer.changes : [];
  const status = () => {
    if (take.isSuccess) return translate('settingsFile.taken');
    if (reset.isSuccess) return translate('settingsFile.wasReset');
    if (write.isSuccess) return translate('settingsFile.written');
    if (!offer?.ok || changes.length > 0) return undefined;
    const first = translate('settingsFile.same');
    if (offer.unknown === 0) return first;
    const second = translate('settingsFile.unknown', { count: offer.unknown });
    return translate('sentences', { first, second });
  };
  return (
    <Section id="settings-file" heading={translate('settingsFile.title')}>
      <p className={styles.note}>{translate('settingsFile.explain')}</p>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) read.mutate(file);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      {offer?.ok && changes.length > 0 && (
        <SettingChanges
          changes={changes.map(changeInWords)}
          unknown={offer.unknown}
          isSecretDropped={offer.isSecretDropped}
          onTake={() => {
            begin();
            take.mutate(offer.settings);
          }}
          onLeave={begin}
        />
      )}
      {offer?.ok === false && (
        <Notice tone="bad" urgent>
          {fileProblemText(offer.problem)}
        </Notice>
      )}
      <ProblemNotice problem={error ? explain(error) : undefined} />
      <div className={styles.actions}>
        <Button
          onClick={() => {
            begin();
            write.mutate();
          }}
        >
          {translate('settingsFile.export')}
        </Button>
        <Button
          onClick={() => {
            begin();
            picker.current?.click();
          }}
        >
          {translate('settingsFile.import')}
        </Button>
        <Button onClick={() => setIsAsking(true)}>{translate('settingsFile.reset')}</Button>
        <Status text={status()} />
      </div>
      {isAsking && (
        <ConfirmDialog
          text={translate('settingsFile.confirmReset')}
          action={translate('settingsFile.resetAll')}
          wayOut={translate('settingsFile.leave')}
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            begin();
            reset.mutate();
          }}
        />
      )}
    </Section>
  );
}
