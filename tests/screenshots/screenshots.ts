import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/run-command';
import { test } from '../e2e/support/fixtures';
import { speak } from '../e2e/support/speak';
import { states } from '../e2e/states/index';

const languages = ['en', 'de'];
const themes = ['light', 'dark'] as const;
const folder = join(root, 'docs/screenshots');

for (const { name, reach } of states) {
  test(name, async ({ extension, bigin }) => {
    const page = await reach(extension, bigin);
    for (const language of languages) {
      await speak(extension, page, language);
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await shoot(page, join(folder, `${name}.${language}.${colorScheme}.png`));
      }
    }
  });
}

/** A page in a tab is shown whole. */
async function shoot(page: Page, path: string): Promise<void> {
  if (page.url().includes('/popup.html')) await shootPopup(page, path);
  else await page.screenshot({ path, fullPage: true });
}

/** A popup's window is as large as its content, up to what browsers give it; so a dialog stands where users see it. */
async function shootPopup(page: Page, path: string): Promise<void> {
  const given = page.viewportSize();
  const box = await page.locator('body').boundingBox();
  if (!given || !box) throw new Error('The popup shows nothing');
  await page.setViewportSize({ ...given, height: Math.min(given.height, Math.ceil(box.height)) });
  await page.screenshot({ path });
  await page.setViewportSize(given);
}
