import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showRememberedTheme } from '@/lib/settings/theme';

/** Runs in the head of every page of ours, before anything of it is drawn. */
export default defineUnlistedScript(showRememberedTheme);
