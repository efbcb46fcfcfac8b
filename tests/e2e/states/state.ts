import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import type { Extension } from '../support/extension';

/** A page of ours as its user can come to see it. */
export interface State {
  /** The page, and what it shows: names a test and a screenshot. */
  name: string;
  /** Leads a new profile there; the page, at rest. */
  reach: (extension: Extension, bigin: ServedFakeBigin) => Promise<Page>;
}
