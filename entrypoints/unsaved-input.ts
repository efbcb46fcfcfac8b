import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { unsavedInput } from '@/lib/browser/unsaved-input';

/** Put into the frames of a page that may be reloaded; what it returns is its answer. */
export default defineUnlistedScript(() => unsavedInput());
