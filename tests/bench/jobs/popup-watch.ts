import type { Page } from '@playwright/test';

interface Noted {
  /** When the job's progress bar changed its value, in milliseconds since 1970; so are the others. */
  changes: number[];
  began: number | undefined;
  ended: number | undefined;
  pressed: number | undefined;
}

/** Notes from now on when the progress bar of a job comes, changes its value and goes, and the user's last press. */
export async function watchPopup(popup: Page): Promise<void> {
  await popup.evaluate(() => {
    const bar = 'progress[aria-label^="Removing"]';
    const noted: Noted = { changes: [], began: undefined, ended: undefined, pressed: undefined };
    Object.assign(globalThis, { noted });
    document.addEventListener('click', () => (noted.pressed = Date.now()), { capture: true });
    new MutationObserver((mutations) => {
      const isThere = document.querySelector(bar) !== null;
      if (isThere) noted.began ??= Date.now();
      else if (noted.began !== undefined) noted.ended ??= Date.now();
      const changed = mutations.map(({ type, target }) => type === 'attributes' && (target as Element));
      if (changed.some((element) => element && element.matches(bar))) noted.changes.push(Date.now());
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['value'] });
  });
}

/** How often a second the bar came, changed its value or went; and the user's last press, in milliseconds since 1970. */
export async function whatPopupShowed(popup: Page): Promise<{ updates: number; pressed: number }> {
  const { changes, began, ended, pressed } = await popup.evaluate(
    () => (globalThis as unknown as { noted: Noted }).noted,
  );
  if (began === undefined || ended === undefined || pressed === undefined) {
    throw new Error('No progress bar came and went after a press');
  }
  // From its coming to its going there is one stretch more than there are changes.
  return { updates: (1_000 * (changes.length + 1)) / (ended - began), pressed };
}
