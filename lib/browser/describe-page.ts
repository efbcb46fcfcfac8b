import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import { ProblemError } from '@/lib/problem';
import { reportText } from '@/lib/selection/diagnostic/report-text';
import { askPage } from './ask-page';
import { inTime } from './in-time';

/** The script's file in the build. It is put into a page only when asked for, so that no page carries it. */
const script = '/describe-page.js';

const descriptionSchema = z.string().check(z.maxLength(100_000));

/**
 * What a developer needs to see of a page that was misread: its structure, without any text of it, and what was
 * read of it. Throws `notBigin`, `pageHidden` or `pageUnreachable`.
 */
export async function describePage(tabId: number): Promise<string> {
  const reading = await askPage(tabId).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.code !== 'pageUnreachable') throw error;
    return undefined;
  });
  const injected = browser.scripting.executeScript({ target: { tabId }, files: [script] });
  const [answer] = await inTime(injected).catch(() => []);
  const { data: structure } = z.safeParse(descriptionSchema, answer?.result);
  if (structure === undefined) throw new ProblemError('pageUnreachable');
  const { version } = browser.runtime.getManifest();
  return reportText({ version, userAgent: navigator.userAgent, reading, structure });
}
