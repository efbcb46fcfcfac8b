import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasLoopbackForm, redirectUri } from '@/lib/oauth/redirect-uri';

const chromium = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const firefox = 'https://35b64b676900f491c00e7f618d43f7040e88422e.extensions.allizom.org/';
const inBrowser = (own: string) => vi.spyOn(fakeBrowser.identity, 'getRedirectURL').mockReturnValue(own);

describe('the redirect URI', () => {
  it('is Chromium’s own, which has one form', () => {
    inBrowser(chromium);
    expect(hasLoopbackForm()).toBe(false);
    expect(redirectUri('extension')).toBe(chromium);
    expect(redirectUri('loopback')).toBe(chromium);
  });

  it('in Firefox is its own, or the loopback form for consoles that refuse that', () => {
    inBrowser(firefox);
    expect(hasLoopbackForm()).toBe(true);
    expect(redirectUri('extension')).toBe(firefox);
    expect(redirectUri('loopback')).toBe(
      'http://127.0.0.1/mozoauth2/35b64b676900f491c00e7f618d43f7040e88422e',
    );
  });
});
