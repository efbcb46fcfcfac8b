import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { beConnected, connectedPopup, tickThreeContacts } from './support/prepare';

interface Asked {
  type: string;
  /** Where the page's own scripts have not run yet. */
  isEarly: boolean;
}

/** Notes what a page asks the worker from its beginning on. */
async function watchQuestions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked: Asked[] = [];
    Object.assign(globalThis, { asked });
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = ((message: { type: string }) => {
      asked.push({ type: message.type, isEarly: document.readyState === 'loading' });
      return send(message);
    }) as typeof runtime.sendMessage;
  });
}

const questions = (popup: Page) => popup.evaluate(() => (globalThis as unknown as { asked: Asked[] }).asked);

test.describe('a popup that opens', () => {
  test('asks what it shows before its scripts are there, and the tags once', async ({ extension }) => {
    await beConnected(extension);
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.context.newPage();
    await watchQuestions(popup);
    await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${await extension.tabId(list)}`);
    await expect(popup.getByRole('checkbox').first()).toBeVisible();
    const asked = await questions(popup);
    expect(asked).toContainEqual({ type: 'readRunSettings', isEarly: true });
    const openings = asked.filter(({ type }) => type === 'readOpening');
    expect(openings).toHaveLength(1);
    expect(asked.map(({ type }) => type)).not.toContain('readSelection');
    expect(asked.map(({ type }) => type)).not.toContain('readPreview');
  });

  test('is told its tab where records are selected', async ({ extension }) => {
    await beConnected(extension);
    const { list } = await tickThreeContacts(extension);
    const tabId = await extension.tabId(list);
    const options = await extension.openPage('options.html');
    const address = () => options.evaluate((id) => chrome.action.getPopup({ tabId: id }), tabId);
    await expect.poll(address).toContain(`/popup.html?tab=${tabId}`);
  });

  test('loads the sentences once, though they are asked for ahead', async ({ extension }) => {
    const { popup } = await connectedPopup(extension);
    const loaded: string[] = [];
    popup.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await popup.reload();
    await expect(popup.getByRole('checkbox').first()).toBeVisible();
    expect(loaded.filter((path) => path.startsWith('/languages/'))).toEqual(['/languages/en.json']);
    expect(loaded).toContain('/popup-head.js');
  });
});
