import type { Page } from '@playwright/test';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { connectedPopup } from './support/prepare';

/** What was seen of a popup from the moment its document began. */
interface Seen {
  skeletons: number;
  headings: string[];
  shift: number;
}

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Opens the popup of a tab under the eyes of an observer. */
async function openWatched(extension: Extension, list: Page): Promise<Page> {
  const tabId = await extension.tabId(list);
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.addInitScript(() => {
    const seen: Seen = { skeletons: 0, headings: [], shift: 0 };
    Object.assign(globalThis, { seen });
    const look = () => {
      const heading = document.querySelector('h1')?.textContent ?? undefined;
      if (heading !== undefined && heading !== seen.headings.at(-1)) seen.headings.push(heading);
      for (const skeleton of document.querySelectorAll('[class*="skeleton" i]')) {
        if (skeleton.checkVisibility({ opacityProperty: true })) seen.skeletons++;
      }
      requestAnimationFrame(look);
    };
    look();
    new PerformanceObserver((entries) => {
      // What a press or a key moves is not counted.
      for (const entry of entries.getEntries() as Shift[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${tabId}`);
  return popup;
}

const seenIn = (popup: Page) => popup.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

test.describe('a popup whose tags are at hand', () => {
  test('shows them at once: no skeleton, one heading, and nothing moves', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.close();
    // A machine that is busy with something else may make one opening a slow one.
    await expect(async () => {
      const again = await openWatched(extension, list);
      await again.getByRole('checkbox', { name: /^VIP/ }).check();
      await expect(again.getByRole('button', { name: 'Remove 1 tag from 2 records' })).toBeEnabled();
      const seen = await seenIn(again);
      await again.close();
      expect(seen.skeletons).toBe(0);
      expect(seen.headings).toEqual(['3 Contacts selected']);
      expect(seen.shift).toBeLessThan(0.001);
    }).toPass({ timeout: 30_000 });
  });
});

test.describe('a popup that waits for Bigin', () => {
  test('has its places taken from the start, and its menu outlives the wait', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.close();
    await extension.stopWorker();
    await list.reload();
    await list.locator('lyte-checkbox[id^="selectEntity_"]').first().click();
    bigin.fail({ where: { service: 'api' }, times: 1000, what: { kind: 'delay', ms: 2500 } });
    const again = await openWatched(extension, list);
    await again.getByRole('button', { name: 'More' }).click();
    const item = again.getByRole('button', { name: 'Paste ids, links or CSV…' });
    await expect(item).toBeVisible();
    await expect(again.getByRole('checkbox').first()).toBeVisible();
    await expect(item).toBeVisible();
    expect((await seenIn(again)).shift).toBeLessThan(0.001);

    // By keys: the arrows move in it, Escape leads back to its button.
    await again.keyboard.press('Home');
    await again.keyboard.press('ArrowDown');
    await again.keyboard.press('ArrowDown');
    await expect(item).toBeFocused();
    await again.keyboard.press('End');
    await expect(again.getByRole('button', { name: 'Report a page we misread' })).toBeFocused();
    await again.keyboard.press('ArrowDown');
    await expect(again.getByRole('button', { name: 'Open in the side panel' })).toBeFocused();
    await again.keyboard.press('Escape');
    await expect(item).toBeHidden();
    await expect(again.getByRole('button', { name: 'More' })).toBeFocused();
  });
});
