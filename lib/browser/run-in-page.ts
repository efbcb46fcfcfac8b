import { browser } from 'wxt/browser';
import { inTime } from './in-time';

/** Puts a script into frames of a tab: their answers, or none where they cannot be had, or not in time. */
export async function runInPage<Args extends unknown[]>(
  injection: Parameters<typeof browser.scripting.executeScript<Args, unknown>>[0],
): Promise<unknown[]> {
  const answers = await inTime(browser.scripting.executeScript(injection)).catch(() => []);
  return answers.map(({ result }) => result);
}
