import { browser } from 'wxt/browser';
import type { OAuthSettings } from './client-settings';

/**
 * Where Zoho sends the user back to: `https://<id>.chromiumapp.org/` in Chromium,
 * `https://<hash>.extensions.allizom.org/` in Firefox. For consoles that refuse Firefox's, it also takes a
 * loopback form, `http://127.0.0.1/mozoauth2/<hash>` (source: MDN, identity.getRedirectURL).
 */
export function redirectUri(form: OAuthSettings['redirectForm']): string {
  const own = browser.identity.getRedirectURL();
  return form === 'loopback' && hasLoopbackForm() ? loopbackForm(own) : own;
}

/** Whether this browser knows the loopback form: Firefox does. */
export function hasLoopbackForm(): boolean {
  return new URL(browser.identity.getRedirectURL()).host.endsWith('.extensions.allizom.org');
}

function loopbackForm(own: string): string {
  const [hash = ''] = new URL(own).host.split('.');
  return `http://127.0.0.1/mozoauth2/${hash}`;
}
