import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showPageHead } from '@/lib/browser/page-head';

/** Runs in the head of every page of ours but the popup, which has its own. */
export default defineUnlistedScript(showPageHead);
