import { defineContentScript } from 'wxt/utils/define-content-script';
import { webAppPatterns } from '@/lib/bigin/data-centers';
import { onMessage } from '@/lib/messages/protocol';
import { readPage } from '@/lib/selection/read-page';

export default defineContentScript({
  matches: webAppPatterns,
  main() {
    onMessage('readPage', ({ data: { components } }) => readPage(document, location.href, components));
  },
});
