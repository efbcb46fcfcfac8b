import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import en from '@/lib/i18n/locales/en.json';
import {
  loadRememberedLanguage,
  rememberLanguage,
  speakRememberedLanguage,
} from '@/lib/i18n/remembered-language';
import { currentLanguage, speak, speaks } from '@/lib/i18n/translate';

const load = vi.fn<(path: string) => Promise<unknown>>();

beforeEach(() => {
  const { window } = new JSDOM('', { url: 'https://extension.example/popup.html' });
  vi.stubGlobal('localStorage', window.localStorage);
  load.mockReset().mockResolvedValue({ json: () => Promise.resolve({ 'app.name': 'Untag' }) });
  vi.stubGlobal('fetch', load);
  globalThis.loadedInHead = undefined;
});

afterEach(() => {
  vi.unstubAllGlobals();
  speak('en', en);
});

describe('the sentences that a page will need', () => {
  it('are loaded in its head, in the language of the page before, and once', async () => {
    rememberLanguage('pt-BR');
    loadRememberedLanguage();
    expect(await speakRememberedLanguage()).toBe(true);
    expect(currentLanguage()).toBe('pt-BR');
    expect(speaks('pt-BR')).toBe(true);
    expect(speaks('en')).toBe(false);
    expect(load.mock.calls).toEqual([['/languages/pt-BR.json']]);
  });

  it('are not guessed where no page was shown before, or what is remembered is no language', async () => {
    loadRememberedLanguage();
    expect(await speakRememberedLanguage()).toBe(false);
    localStorage.setItem('language', '../secret');
    loadRememberedLanguage();
    expect(await speakRememberedLanguage()).toBe(false);
    expect(load).not.toHaveBeenCalled();
    expect(currentLanguage()).toBe('en');
  });

  it('are left to the page where they cannot be loaded', async () => {
    rememberLanguage('de');
    load.mockRejectedValue(new Error('Failed to fetch'));
    loadRememberedLanguage();
    expect(await speakRememberedLanguage()).toBe(false);
    expect(currentLanguage()).toBe('en');
  });
});
