import * as z from '@/lib/zod';
import { selectionLimit } from '@/lib/selection/page-reading';
import { wholeNumber } from '@/lib/schemas';
import { isOwnContentScript } from './own-content-script';
import { onMessage } from './protocol';

const selectionCount = z.object({ count: wholeNumber(0, selectionLimit) });

/**
 * Calls back when the content script in a tab tells how many records are selected there. What comes from anybody
 * else, or is no such number, is ignored: a page can at most have its own tab show a wrong one.
 */
export function hearCounts(hear: (tabId: number, count: number) => Promise<void>): void {
  onMessage('selectionCount', async ({ data, sender }) => {
    const tabId = isOwnContentScript(sender) ? sender.tab?.id : undefined;
    const told = z.safeParse(selectionCount, data);
    if (tabId !== undefined && told.success) await hear(tabId, told.data.count);
  });
}
