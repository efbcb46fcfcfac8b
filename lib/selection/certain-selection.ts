import type { Selection, Selections } from './selection';

/**
 * The records that are selected, where there is no doubt which these are: of one module, all of them read and none
 * too many, and ticked in the page itself, where the user looks. Whatever the popup would say a word about is a doubt.
 */
export function certainSelection(selections: Selections): Selection | undefined {
  const { byModule, unplaced, missing, shortfall, excess, unchecked, beside, view, given } = selections;
  const isDoubted = shortfall + excess + unchecked + beside + missing + unplaced.length > 0;
  const [only, ...others] = byModule;
  return isDoubted || view || given || others.length > 0 ? undefined : only;
}
