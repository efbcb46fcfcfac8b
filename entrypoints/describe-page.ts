import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { describePage } from '@/lib/selection/diagnostic/describe-page';

/** Put into a page when the user reports that it was misread; what it returns is its answer. */
export default defineUnlistedScript(() => describePage(document, location.href));
