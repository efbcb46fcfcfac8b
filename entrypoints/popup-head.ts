import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showPageHead } from '@/lib/browser/page-head';
import { askInHead } from './popup/asked-in-head';
import { fitScreen } from './popup/fit-screen';

/** Runs in the popup's head, before its scripts are there: what takes longest is asked first. */
export default defineUnlistedScript(() => {
  globalThis.askedInHead = askInHead();
  showPageHead();
  fitScreen();
});
