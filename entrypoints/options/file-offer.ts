import { readSettings, type Settings } from '@/lib/settings/all-settings';
import {
  readSettingsFile,
  settingChanges,
  settingsFileLimit,
  withFileSettings,
  type SettingChange,
  type SettingsFileProblem,
} from '@/lib/settings/settings-file';

/** What taking a file would come to. */
export type FileOffer =
  | {
      ok: true;
      settings: Settings;
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
  const settings = withFileSettings(before, read.settings);
  return {
    ok: true,
    settings,
    changes: settingChanges(before, settings),
    unknown: read.unknown,
    isSecretDropped: before.oauth.client.secret !== '' && settings.oauth.client.secret === '',
  };
}
