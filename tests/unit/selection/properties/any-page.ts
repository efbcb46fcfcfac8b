import * as fc from 'fast-check';
import { moduleNames } from '@/lib/bigin/modules';
import { addressKinds } from './addresses';
import { PageMaker } from './page-maker';
import { anyCount, anyList, seldom } from './raw-lists';
import type { TruePage } from './true-page';

/** What kinds of pages are made. */
export interface PageKinds {
  /** Nothing of the page is missing, wrong or ambiguous, so that it can be read exactly. */
  inOrder?: boolean;
}

/** Own prefixes of organizations: ids of 15 to 19 digits. */
const ownPrefixes = ['7618134', '633184', '24450', '3021', '244'];

/** Whole pages, and the truth about them. */
export function anyPage({ inOrder = false }: PageKinds = {}): fc.Arbitrary<TruePage> {
  return fc
    .record({
      prefix: fc.constantFrom(...ownPrefixes),
      address: fc.constantFrom(...addressKinds),
      module: fc.constantFrom(...moduleNames),
      hasForeign: seldom(6),
      lists: fc.array(fc.tuple(anyList, anyCount), { minLength: 1, maxLength: 3, size: 'max' }),
      count: anyCount,
    })
    .map((raw) => new PageMaker(raw.prefix, raw.hasForeign && !inOrder, inOrder).make(raw));
}
