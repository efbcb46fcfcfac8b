import type { Appearance } from './appearance';

/** In `localStorage`, the only store that a page can read before it is drawn. It mirrors the user's setting. */
const key = 'theme';

/** Draws the page in a theme, and remembers it for the next page. */
export function showTheme(theme: Appearance['theme']): void {
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(key, theme);
}

/** Draws the page in the theme of the one before, so that it does not flash in the system's. */
export function showRememberedTheme(): void {
  document.documentElement.dataset['theme'] = localStorage.getItem(key) ?? 'system';
}
