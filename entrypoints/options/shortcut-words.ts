import type { Shortcut } from '@/lib/browser/shortcuts';
import { translate, type MessageKey } from '@/lib/i18n/translate';

const labels: Record<string, MessageKey> = {
  _execute_action: 'shortcuts.open',
  'repeat-removal': 'command.repeat',
};

/** What a shortcut does: in our words, else in the manifest's. */
export function shortcutLabel({ name, description }: Shortcut): string {
  const label = labels[name];
  return label ? translate(label) : description || name;
}
