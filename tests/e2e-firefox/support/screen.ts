import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** Milliseconds within which what is waited for comes, on a machine that has other things to do. */
export const patience = { timeout: 20_000, interval: 50 };

/** A part of a page by its role and name, as a screen reader tells it. */
export function part(role: string, name: string): string {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

/** Presses a part of a page by a real click, once it is there and can be pressed. */
export async function press(page: Page, name: string, role = 'button'): Promise<void> {
  await page.bringToFront();
  const isPressed = async () => {
    const [found] = await page.$$(part(role, name));
    if (!found || (await found.evaluate((element) => element.matches(':disabled')))) return false;
    await found.click();
    return true;
  };
  await expect.poll(isPressed, { ...patience, message: `${role} “${name}”` }).toBe(true);
}

/** Gives a field a value, as who types or chooses it. */
export async function fill(page: Page, field: string, value: string): Promise<void> {
  await page.bringToFront();
  await page.locator(field).setTimeout(patience.timeout).fill(value);
}

/** Waits until something is in a page, as a screen reader tells it. */
export async function shows(page: Page, role: string, name: string): Promise<void> {
  await expect.poll(async () => (await page.$$(part(role, name))).length, patience).toBe(1);
}

/** Waits until a page says something: anywhere, or where a selector says. */
export async function says(page: Page, text: string, where = 'body'): Promise<void> {
  await expect.poll(() => textOf(page, where), patience).toContain(text);
}

/** What stands in a page now; nothing where there is no such part. */
export function textOf(page: Page, where = 'body'): Promise<string> {
  return page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.innerText ?? '', where);
}
