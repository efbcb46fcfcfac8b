import {
  defaultOAuthSettings,
  readOAuthSettings,
  saveOAuthSettings,
  type OAuthSettings,
} from '@/lib/oauth/client-settings';
import { readAppearance, saveAppearance, standardAppearance, type Appearance } from './appearance';
import { readRunSettings, saveRunSettings, standardRunSettings, type RunSettings } from './run-settings';

/** All that the user can set; connections and the journal are no settings. */
export interface Settings {
  oauth: OAuthSettings;
  run: RunSettings;
  appearance: Appearance;
}

export const standardSettings: Settings = {
  oauth: defaultOAuthSettings,
  run: standardRunSettings,
  appearance: standardAppearance,
};

export async function readSettings(): Promise<Settings> {
  const [oauth, run, appearance] = await Promise.all([
    readOAuthSettings(),
    readRunSettings(),
    readAppearance(),
  ]);
  return { oauth, run, appearance };
}

export async function saveSettings({ oauth, run, appearance }: Settings): Promise<void> {
  await Promise.all([saveOAuthSettings(oauth), saveRunSettings(run), saveAppearance(appearance)]);
}

/** Back to standard, but for how long the history is kept: fewer days would delete of it. */
export async function resetSettings(): Promise<void> {
  const { keepDays } = await readRunSettings();
  await saveSettings({ ...standardSettings, run: { ...standardRunSettings, keepDays } });
}
