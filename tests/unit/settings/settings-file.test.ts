import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardSettings, type Settings } from '@/lib/settings/all-settings';
import { runSettingLimits } from '@/lib/settings/run-settings';
import {
  readSettingsFile,
  settingChanges,
  settingsFileLimit,
  withFileSettings,
  writeSettingsFile,
} from '@/lib/settings/settings-file';

const secret = 'S3CRET-OF-THE-CLIENT';

const settings: Settings = {
  oauth: {
    client: { type: 'server', id: '1000.ONE', secret },
    dataCenter: 'eu',
    redirectForm: 'loopback',
  },
  run: { ...standardSettings.run, keepDays: 90, batchStart: 100 },
  appearance: { theme: 'dark', language: 'ja' },
};

const file = (changes: object = {}, head: object = {}) =>
  JSON.stringify({ format: 'untag-for-bigin-settings', version: 1, settings: changes, ...head });

const reasonOf = (text: string) => {
  const read = readSettingsFile(text);
  return read.ok ? 'taken' : read.problem.reason;
};

describe('a settings file', () => {
  it('brings every setting to another browser, and no secret', () => {
    const text = writeSettingsFile(settings);
    expect(text).not.toContain(secret);
    const read = readSettingsFile(text);
    const there = withFileSettings(standardSettings, read.ok ? read.settings : {});
    const client = { type: 'server', id: '1000.ONE', secret: '' };
    expect(there).toEqual({ ...settings, oauth: { ...settings.oauth, client } });
  });

  it('that names only some settings leaves the others as they are', () => {
    const read = readSettingsFile(file({ keepDays: 7 }));
    expect(read).toEqual({ ok: true, settings: { keepDays: 7 }, unknown: 0 });
    expect(settingChanges(settings, withFileSettings(settings, { keepDays: 7 }))).toEqual([
      { name: 'keepDays', from: 90, to: 7 },
    ]);
  });

  it('of a newer version is not taken, whatever stands in it', () => {
    for (const settingsOfIt of [{}, { keepDays: 7 }, 'in another shape', undefined]) {
      expect(reasonOf(file({}, { version: 2, settings: settingsOfIt }))).toBe('newer');
    }
  });

  it('keeps the secret where the client is the same, and drops it where it is another', () => {
    const secretWith = (changes: object) => withFileSettings(settings, changes).oauth.client.secret;
    expect(secretWith({ theme: 'light' })).toBe(secret);
    expect(secretWith({ clientId: '1000.ONE', clientType: 'server' })).toBe(secret);
    expect(secretWith({ clientId: '1000.TWO' })).toBe('');
    expect(secretWith({ clientType: 'public' })).toBe('');
  });

  it('loses what came along with a pasted client ID', () => {
    const read = readSettingsFile(file({ clientId: ' 1000.X\n' }));
    expect(read.ok && read.settings.clientId).toBe('1000.X');
  });

  it('with entries that are none of ours is taken without them', () => {
    const text = file({ theme: 'dark', clientSecret: secret, refreshToken: secret, connections: [secret] });
    expect(readSettingsFile(text)).toEqual({ ok: true, settings: { theme: 'dark' }, unknown: 3 });
  });

  it.each([
    ['', 'otherFile'],
    ['{', 'otherFile'],
    ['null', 'otherFile'],
    ['[]', 'otherFile'],
    ['{"settings":{}}', 'otherFile'],
    [file({}, { format: 'x' }), 'otherFile'],
    [file({}, { version: '1' }), 'otherFile'],
    [file({}, { settings: [] }), 'otherFile'],
    [' '.repeat(settingsFileLimit + 1), 'tooLarge'],
    [file({ theme: 'pink' }), 'badValue'],
    [file({ language: 'tlh' }), 'badValue'],
    [file({ dataCenter: 'mars' }), 'badValue'],
    [file({ clientType: 'magic' }), 'badValue'],
    [file({ clientId: 'x'.repeat(201) }), 'badValue'],
    [file({ keepDays: '30' }), 'badValue'],
    [file({ keepDays: 30.5 }), 'badValue'],
    [file({ theme: null }), 'badValue'],
  ])('%.60s: %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it.each(Object.entries(runSettingLimits))('takes %s within its limits alone', (name, { least, most }) => {
    expect(reasonOf(file({ [name]: least }))).toBe('taken');
    expect(reasonOf(file({ [name]: most }))).toBe('taken');
    for (const value of [least - 1, most + 1]) {
      expect(readSettingsFile(file({ [name]: value }))).toEqual({
        ok: false,
        problem: { reason: 'badValue', name },
      });
    }
  });
});

describe('whatever is in a file', () => {
  /** Any JSON; much of it with names of ours, which reaches further. */
  const anyFile = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .dictionary(
        fc.constantFrom('theme', 'clientType', 'keepDays', 'clientSecret', 'secret', '__proto__', 'token'),
        fc.oneof(fc.jsonValue(), fc.constantFrom('dark', 'server', 30), fc.constant(secret)),
      )
      .map((changes) => file(changes)),
  );

  it('it is read without a crash, and nothing secret comes out of it or goes where it was not', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const read = readSettingsFile(text);
        expect(JSON.stringify(read)).not.toContain(secret);
        if (!read.ok) return;
        const after = withFileSettings(standardSettings, read.settings);
        expect(after.oauth.client.secret).toBe('');
        expect(JSON.stringify(after)).not.toContain(secret);
      }),
      { numRuns: 2_000 },
    );
  });

  it('what is written of any settings has no secret', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), (hidden, id) => {
        const client = { type: 'server', id, secret: hidden } as const;
        expect(writeSettingsFile({ ...settings, oauth: { ...settings.oauth, client } })).not.toContain(
          hidden,
        );
      }),
    );
  });
});
