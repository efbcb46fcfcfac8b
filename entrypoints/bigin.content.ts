import { defineContentScript } from 'wxt/utils/define-content-script';
import { webAppPatterns } from '@/lib/bigin/data-centers';
import { onMessage, sendMessage } from '@/lib/messages/protocol';
import { readPage } from '@/lib/selection/read-page';
import { watchSelection } from '@/lib/selection/watch/watch-selection';

export default defineContentScript({
  matches: webAppPatterns,
  main(context) {
    const stopAnswering = onMessage('readPage', ({ data: { components } }) =>
      readPage(document, location.href, components),
    );
    context.onInvalidated(stopAnswering);
    watchSelection(context, (count) => sendMessage('selectionCount', { count }));
  },
});
