import * as z from '@/lib/zod';
import { lengthOf } from '@/lib/schemas';
import { ProblemError } from '@/lib/problem';
import type { PageReading } from '@/lib/selection/page-reading';
import { askPage } from './ask-page';
import { runInPage } from './run-in-page';

/** The script's file in the build. It is put into a page only when asked for, so that no page carries it. */
const script = '/describe-page.js';

const descriptionSchema = z.string(lengthOf(0, 100_000));

/** What a developer needs to see of a page that was misread. */
export interface PageDescription {
  /** What was read of it; `null` where it did not answer. */
  reading: PageReading | null;
  /** Its structure, without any text of it. */
  structure: string;
}

/**
 * Has a page described that was misread. Throws `notBigin`, `pageHidden` or `pageUnreachable`.
 */
export async function describePage(tabId: number): Promise<PageDescription> {
  const reading = await askPage(tabId).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.code !== 'pageUnreachable') throw error;
    return null;
  });
  const [answer] = await runInPage({ target: { tabId }, files: [script] });
  const { data: structure } = z.safeParse(descriptionSchema, answer);
  if (structure === undefined) throw new ProblemError('pageUnreachable');
  return { reading, structure };
}
