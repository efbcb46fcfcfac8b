import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { paceFields, removalFields } from '@/entrypoints/options/run-setting-fields';
import {
  readRunSettings,
  runSettingLimits,
  saveRunSettings,
  standardRunSettings,
} from '@/lib/settings/run-settings';

const runSettingFields = [...removalFields, ...paceFields];

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the fields of the settings of removals', () => {
  it('are there for every setting, once', () => {
    const names = runSettingFields.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(standardRunSettings).toSorted());
  });

  it.each(runSettingFields)('$name takes what can be stored, and nothing else', async ({ name }) => {
    const { least, most } = runSettingLimits[name];
    const afterSaving = async (value: number) => {
      await saveRunSettings({ ...standardRunSettings, [name]: value });
      return (await readRunSettings())[name];
    };
    expect(await afterSaving(least)).toBe(least);
    expect(await afterSaving(most)).toBe(most);
    expect(await afterSaving(least - 1)).toBe(standardRunSettings[name]);
    expect(await afterSaving(most + 1)).toBe(standardRunSettings[name]);
  });
});

describe('the settings of removals', () => {
  it('are the standard ones until others are stored', async () => {
    expect(await readRunSettings()).toEqual(standardRunSettings);
    await saveRunSettings({ ...standardRunSettings, keepDays: 7 });
    expect(await readRunSettings()).toEqual({ ...standardRunSettings, keepDays: 7 });
  });

  it.each([[null], ['x'], [[]], [7]])(
    'are the standard ones where what is stored is none: %j',
    async (stored) => {
      await fakeBrowser.storage.local.set({ runSettings: stored });
      expect(await readRunSettings()).toEqual(standardRunSettings);
    },
  );

  it('that cannot be read fall back alone', async () => {
    await fakeBrowser.storage.local.set({ runSettings: { keepDays: 7, batchStart: 0, batchCeiling: '9' } });
    expect(await readRunSettings()).toEqual({ ...standardRunSettings, keepDays: 7 });
  });
});
