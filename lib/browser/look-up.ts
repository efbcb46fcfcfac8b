import type { BiginPage } from '@/lib/bigin/page-url';
import type { Calls } from '@/lib/calls/calls';
import type { PreviewStore } from '@/lib/preview/preview-store';

/** What looking records up takes. */
export interface LookUp {
  /** The calls of an organization's connection. */
  callsOf: (page: Pick<BiginPage, 'dataCenter' | 'org'>) => Promise<Calls>;
  /** Where the tags are kept that are read on the way. */
  previews: Promise<PreviewStore>;
}
