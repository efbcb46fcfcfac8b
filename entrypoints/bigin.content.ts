import { defineContentScript } from 'wxt/utils/define-content-script';
import { webAppPatterns } from '@/lib/bigin/data-centers';
import { welcomeFollowers } from '@/lib/browser/followers';
import { onMessage, sendMessage } from '@/lib/messages/protocol';
import { readPage } from '@/lib/selection/read-page';
import { watchLinks } from '@/lib/selection/watch/watch-links';
import { watchSelection } from '@/lib/selection/watch/watch-selection';

export default defineContentScript({
  matches: webAppPatterns,
  main(context) {
    const stopAnswering = onMessage('readPage', ({ data: { components } }) =>
      readPage(document, location.href, components),
    );
    context.onInvalidated(stopAnswering);
    const pointedLink = watchLinks(context, () => sendMessage('linkPointed'));
    context.onInvalidated(onMessage('readPointedLink', pointedLink));
    const followers = welcomeFollowers();
    watchSelection(
      context,
      (count) => sendMessage('selectionCount', { count }),
      () => followers.forEach((follower) => follower.postMessage(readPage(document, location.href))),
    );
  },
});
