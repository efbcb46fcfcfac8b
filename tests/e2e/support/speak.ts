import type { Page } from '@playwright/test';
import type { Extension } from './extension';

/** The page in another language, as its user may switch it. */
export async function speak(extension: Extension, page: Page, language: string): Promise<void> {
  const worker = await extension.worker;
  await worker.evaluate((chosen) => chrome.storage.local.set({ appearance: { language: chosen } }), language);
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}
