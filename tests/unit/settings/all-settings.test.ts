import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSettings, resetSettings, saveSettings, standardSettings } from '@/lib/settings/all-settings';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a reset', () => {
  it('sets all back to standard, and leaves how long the history is kept', async () => {
    await saveSettings({
      oauth: {
        client: { type: 'server', id: '1000.ONE', secret: 'S3CRET' },
        dataCenter: 'eu',
        redirectForm: 'loopback',
      },
      run: { ...standardSettings.run, keepDays: 90, batchStart: 100 },
      appearance: { theme: 'dark', language: 'ja' },
    });
    await resetSettings();
    expect(await readSettings()).toEqual({
      ...standardSettings,
      run: { ...standardSettings.run, keepDays: 90 },
    });
  });
});
