import * as z from 'zod/mini';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { languageCodes } from '@/lib/i18n/languages';
import { clientTypes, redirectForms } from '@/lib/oauth/client-settings';
import type { Settings } from './all-settings';
import { themes } from './appearance';
import { runSettingLimits } from './run-settings';

const format = 'untag-for-bigin-settings';
const newestVersion = 1;

export const settingsFileName = `${format}.json`;

/** A settings file has less than a thousand characters; what has so many more is something else. */
export const settingsFileLimit = 100_000;

const runSetting = (name: keyof typeof runSettingLimits) => {
  const { least, most } = runSettingLimits[name];
  return z.int().check(z.gte(least), z.lte(most));
};

/** Every setting that a file holds. The client's secret, tokens, connections and the journal are none of them. */
const fileSettingsSchema = z.object({
  dataCenter: z.enum(['automatic', ...dataCenterIds]),
  clientType: z.enum(clientTypes),
  clientId: z.string().check(z.trim(), z.maxLength(200)),
  redirectForm: z.enum(redirectForms),
  confirmRecords: runSetting('confirmRecords'),
  confirmCreditShare: runSetting('confirmCreditShare'),
  keepDays: runSetting('keepDays'),
  batchStart: runSetting('batchStart'),
  batchCeiling: runSetting('batchCeiling'),
  concurrencyStart: runSetting('concurrencyStart'),
  concurrencyCeiling: runSetting('concurrencyCeiling'),
  theme: z.enum(themes),
  language: z.enum(['automatic', ...languageCodes]),
});

export type FileSettings = z.infer<typeof fileSettingsSchema>;

export type FileSettingName = keyof FileSettings;

/** A file may be of an earlier version, or shortened by hand: what it does not name stays as it is. */
const partialSchema = z.partial(fileSettingsSchema);

const headSchema = z.object({ format: z.literal(format), version: z.int().check(z.gte(1)) });
const bodySchema = z.object({ settings: z.record(z.string(), z.unknown()) });

/** Why a file is not taken. */
export type SettingsFileProblem =
  | { reason: 'tooLarge' | 'otherFile' | 'newer' }
  | { reason: 'badValue'; name: FileSettingName };

export type SettingsFile =
  | {
      ok: true;
      settings: Partial<FileSettings>;
      /** Entries that are none of ours, and are left out. */
      unknown: number;
    }
  | { ok: false; problem: SettingsFileProblem };

/** The text of a file that holds the settings, without anything secret. */
export function writeSettingsFile(settings: Settings): string {
  const file = { format, version: newestVersion, settings: fileSettingsOf(settings) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file that may be anything: it is taken whole or not at all. */
export function readSettingsFile(text: string): SettingsFile {
  if (text.length > settingsFileLimit) return refused({ reason: 'tooLarge' });
  const content = parseJson(text);
  const head = z.safeParse(headSchema, content).data;
  if (!head) return refused({ reason: 'otherFile' });
  if (head.version > newestVersion) return refused({ reason: 'newer' });
  const body = z.safeParse(bodySchema, content).data;
  if (!body) return refused({ reason: 'otherFile' });
  const { data, error } = z.safeParse(partialSchema, body.settings);
  if (!data) return refused({ reason: 'badValue', name: error.issues[0]?.path[0] as FileSettingName });
  const unknown = Object.keys(body.settings).filter((name) => !Object.hasOwn(data, name)).length;
  return { ok: true, settings: data, unknown };
}

/**
 * The settings with those of a file in their place. A secret belongs to one client: another client begins
 * without any.
 */
export function withFileSettings(settings: Settings, file: Partial<FileSettings>): Settings {
  const { dataCenter, clientType, clientId, redirectForm, theme, language, ...run } = {
    ...fileSettingsOf(settings),
    ...file,
  };
  const { client } = settings.oauth;
  const isSameClient = client.id === clientId && client.type === clientType;
  return {
    oauth: {
      client: { type: clientType, id: clientId, secret: isSameClient ? client.secret : '' },
      dataCenter,
      redirectForm,
    },
    run,
    appearance: { theme, language },
  };
}

/** A setting that would change, and how. */
export interface SettingChange {
  name: FileSettingName;
  from: string | number;
  to: string | number;
}

/** What is different between two settings, in the order of the file. */
export function settingChanges(before: Settings, after: Settings): SettingChange[] {
  const [from, to] = [fileSettingsOf(before), fileSettingsOf(after)];
  return (Object.keys(from) as FileSettingName[])
    .filter((name) => from[name] !== to[name])
    .map((name) => ({ name, from: from[name], to: to[name] }));
}

function fileSettingsOf({ oauth, run, appearance }: Settings): FileSettings {
  const { client, dataCenter, redirectForm } = oauth;
  return { dataCenter, clientType: client.type, clientId: client.id, redirectForm, ...run, ...appearance };
}

function refused(problem: SettingsFileProblem): SettingsFile {
  return { ok: false, problem };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
