import * as fc from 'fast-check';
import { moduleNames } from '@/lib/bigin/modules';
import { cellKinds } from './cells';
import { countSentences } from './count-sentences';
import { listWords } from './list-words';
import { markups } from './true-page';

/** The shapes that rows, lists and counts are made from; `page-maker.ts` gives them records and makes them agree. */

const often = (weight: number) =>
  fc.oneof({ arbitrary: fc.constant(true), weight }, { arbitrary: fc.constant(false), weight: 1 });
export const seldom = (weight: number) => often(weight).map((is) => !is);

const anyRow = fc.record({
  module: fc.nat(moduleNames.length - 1),
  /** In a list that does not say its module: of the page's modules. */
  isOfPage: often(5),
  ticked: fc.boolean(),
  marked: fc.boolean(),
  drawn: often(3),
  named: fc.constantFrom('not', 'id', 'data-id', 'link', 'id and link', 'id', 'id and link'),
  foreign: seldom(3),
  cells: fc.subarray(cellKinds, { maxLength: 3 }),
});

export const anyList = fc.record({
  markup: fc.constantFrom(...markups),
  word: fc.constantFrom(...listWords.keys()),
  rows: fc.array(fc.tuple(anyRow, fc.option(anyRow, { freq: 5, nil: undefined })), {
    minLength: 1,
    maxLength: 6,
    size: 'max',
  }),
  hidden: fc.oneof(
    { arbitrary: fc.constant('no' as const), weight: 10 },
    { arbitrary: fc.constantFrom('attribute', 'style', 'around'), weight: 3 },
  ),
  header: fc.constantFrom('no', 'yes', 'yes', 'partly'),
  boxes: fc.constantFrom('span', 'input'),
  aria: fc.boolean(),
  pinned: fc.boolean(),
  wholeView: seldom(8),
  told: fc.constantFrom('right', 'right', 'nothing', 'lie', 'lie', 'throws'),
  toldBy: fc.constantFrom('getData', 'data'),
  /** Which untruths a component tells; each means something else. */
  lies: fc.subarray(['unticked', 'hidden', 'foreign', 'invented', 'rubbish', 'ticked'] as const, {
    minLength: 1,
  }),
});

export const anyCount = fc.record({
  kind: fc.constantFrom('right', 'right', 'missing', 'small', 'large'),
  by: fc.integer({ min: 1, max: 3000 }),
  sentence: fc.constantFrom(...countSentences),
});

export type RawRow = Raw<typeof anyRow>;
export type RawList = Raw<typeof anyList>;
export type RawCount = Raw<typeof anyCount>;

type Raw<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
