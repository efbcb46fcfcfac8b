import { readSettings, saveSettings } from '@/lib/settings/all-settings';
import {
  readSettingsFile,
  settingChanges,
  settingsFileLimit,
  withFileSettings,
  type FileSettings,
  type SettingChange,
  type SettingsFileProblem,
} from '@/lib/settings/settings-file';

/** What taking a file would come to. */
export type FileOffer =
  | {
      ok: true;
      settings: Partial<FileSettings>;
      changes: SettingChange[];
      unknown: number;
      /** The stored client secret is of another client than the file's. */
      isSecretDropped: boolean;
    }
  | { ok: false; problem: SettingsFileProblem };

/** Reads a file that the user chose against the settings as they are. */
export async function offerOf(file: Blob): Promise<FileOffer> {
  if (file.size > settingsFileLimit) return { ok: false, problem: { reason: 'tooLarge' } };
  const read = readSettingsFile(await file.text());
  if (!read.ok) return read;
  const before = await readSettings();
  const after = withFileSettings(before, read.settings);
  return {
    ok: true,
    settings: read.settings,
    changes: settingChanges(before, after),
    unknown: read.unknown,
    isSecretDropped: before.oauth.client.secret !== '' && after.oauth.client.secret === '',
  };
}

/** Takes what a file names, and leaves the rest as it is by now. */
export async function takeFile(settings: Partial<FileSettings>): Promise<void> {
  await saveSettings(withFileSettings(await readSettings(), settings));
}
