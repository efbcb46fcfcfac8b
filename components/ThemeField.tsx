import { useId } from 'react';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import type { Appearance } from '@/lib/settings/appearance';
import styles from './ThemeField.module.css';

type Theme = Appearance['theme'];

/** What each theme is called. */
export const themeNames = {
  system: 'appearance.theme.system',
  light: 'appearance.theme.light',
  dark: 'appearance.theme.dark',
} as const satisfies Record<Theme, MessageKey>;

const themes = Object.keys(themeNames) as Theme[];

interface ThemeFieldProps {
  value: Theme;
  onChange: (theme: Theme) => void;
}

export function ThemeField({ value, onChange }: ThemeFieldProps) {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{translate('appearance.theme')}</legend>
      <div className={styles.choices}>
        {themes.map((theme) => (
          <label key={theme} className={styles.choice}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={theme === value}
              onChange={() => onChange(theme)}
            />
            {translate(themeNames[theme])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
