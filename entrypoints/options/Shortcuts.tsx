import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { ShortcutList } from '@/components/ShortcutList';
import { explain } from '@/lib/bigin/errors/explain';
import { openShortcutPage, type Shortcut } from '@/lib/browser/shortcuts';
import { translate } from '@/lib/i18n/translate';
import styles from './App.module.css';
import { shortcutLabel } from './shortcut-words';

/** The keys are the browser's to give; here they are only told. */
export function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const open = useMutation({ mutationFn: openShortcutPage });
  if (shortcuts.length === 0) return null;
  return (
    <Section id="shortcuts" heading={translate('shortcuts.title')}>
      <ShortcutList
        shortcuts={shortcuts.map((shortcut) => ({ ...shortcut, label: shortcutLabel(shortcut) }))}
      />
      <ProblemNotice problem={open.error ? explain(open.error) : undefined} />
      <div className={styles.actions}>
        <Button onClick={() => open.mutate()}>{translate('shortcuts.change')}</Button>
      </div>
    </Section>
  );
}
