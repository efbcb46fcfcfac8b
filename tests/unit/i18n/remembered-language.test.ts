import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { preloadRememberedLanguage, rememberLanguage } from '@/lib/i18n/remembered-language';

let dom: JSDOM;

beforeEach(() => {
  dom = new JSDOM('<head></head>', { url: 'https://extension.example/popup.html' });
  vi.stubGlobal('document', dom.window.document);
  vi.stubGlobal('localStorage', dom.window.localStorage);
});

afterEach(() => void vi.unstubAllGlobals());

function preloaded(): string[] {
  preloadRememberedLanguage();
  const links = [...dom.window.document.querySelectorAll('link')];
  return links.map(({ rel, as, crossOrigin, href }) => [rel, as, crossOrigin, href].join(' '));
}

describe('the sentences that a page will ask for', () => {
  it('are loaded ahead in the language of the page before, as they are asked for later', () => {
    rememberLanguage('pt-BR');
    expect(preloaded()).toEqual(['preload fetch anonymous https://extension.example/languages/pt-BR.json']);
  });

  it('are not guessed where no page was shown before, or what is remembered is no language', () => {
    expect(preloaded()).toEqual([]);
    dom.window.localStorage.setItem('language', '../secret');
    expect(preloaded()).toEqual([]);
  });
});
