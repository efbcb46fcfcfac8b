import * as fc from 'fast-check';
import { freshFor } from '@/lib/preview/fresh-for';
import {
  shortestUrl,
  type Course,
  type Crash,
  type ModelFault,
  type OthersChange,
  type Schedule,
  type Stop,
} from './schedule';

/** Few, so that records share them; some differ by letter case alone, some are parts of others. */
const tags = ['VIP', 'vip', 'R&D', 'Retail', 'Retail, wholesale', '50% off', '見込み客', '__proto__'];
const withoutComma = tags.filter((tag) => !tag.includes(','));
const otherTags = [...tags, 'Note', 'by others'];

const mostRecords = 1_200;
const fewCopies = 6;

/** Drawn as plain objects, so that a failing schedule reads well. */
function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true });
}

const ms = (most: number) => fc.integer({ min: 0, max: most });
/** When something happens in a job: jobs take nearly no time, or some seconds. */
const moment = fc.oneof(ms(60), ms(1_500), ms(20_000));
const tag = fc.constantFrom(...tags);

const anyRecord = record({
  tags: fc.uniqueArray(tag, { maxLength: 4 }),
  isSelected: fc.nat(5).map((drawn) => drawn < 5),
});

const anyCopies = fc.oneof(
  { weight: 60, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 2, max: fewCopies }) },
  { weight: 1, arbitrary: fc.integer({ min: fewCopies + 1, max: mostRecords }) },
);

/** Stands for a chosen tag until it is known which ones are. */
const aChosenOne = 'a chosen one';

const anyChange: fc.Arbitrary<OthersChange> = fc.oneof(
  {
    weight: 1,
    arbitrary: record({ record: fc.nat(), does: fc.constantFrom('delete', 'delete', 'lock') }),
  },
  {
    weight: 2,
    arbitrary: record({
      record: fc.nat(),
      does: fc.constantFrom('add', 'remove', 'remove'),
      tag: fc.oneof(fc.constantFrom(...otherTags), fc.constant(aChosenOne)),
    }),
  },
);

const unavailable = { status: 429, code: 'TOO_MANY_REQUESTS', message: 'too many' } as const;

const anyFailure: fc.Arbitrary<ModelFault['what']> = fc.oneof(
  record({
    kind: fc.constant('disconnect'),
    when: fc.constantFrom('before', 'midway', 'after'),
  }),
  fc.constantFrom(
    { kind: 'status', ...unavailable },
    { kind: 'status', ...unavailable, headers: { 'retry-after': '2' } },
    { kind: 'status', ...unavailable, headers: { 'retry-after': '90' } },
    { kind: 'status', status: 500, code: 'INTERNAL_ERROR', message: 'x' },
    { kind: 'status', status: 500, code: 'INTERNAL_ERROR', message: 'x', isDone: true },
    { kind: 'status', status: 504, code: '', message: 'x', isDone: true },
    { kind: 'status', status: 401, code: 'INVALID_TOKEN', message: 'x' },
  ),
  record({
    kind: fc.constant('body'),
    spoilt: fc.constantFrom(
      'truncated',
      'html',
      'empty',
      'no-elements',
      'missing-element',
      'duplicated-elements',
    ),
  }),
  fc.constantFrom(
    { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'x' },
    { kind: 'status', status: 400, code: 'INVALID_DATA', message: 'x' },
    { kind: 'status', status: 413, code: '', message: 'x' },
  ),
  record({
    kind: fc.constant('record'),
    record: fc.nat(),
    code: fc.constantFrom('NO_PERMISSION', 'RECORD_LOCKED', 'INVALID_DATA'),
  }),
);

const anyFault: fc.Arbitrary<ModelFault> = record({
  on: fc.constantFrom('changes', 'changes', 'readings', 'calls'),
  after: fc.nat(6),
  times: fc.constantFrom(1, 1, 1, 2, 4, 9),
  what: anyFailure,
}).map((fault) => (isLie(fault.what) ? { ...fault, on: 'changes' } : fault));

/** A reading without a record that is there, or that calls its id invalid, cannot be told from one of a gone record. */
function isLie(what: ModelFault['what']): boolean {
  if (what.kind === 'status') return what.code === 'INVALID_DATA';
  return what.kind === 'body' && (what.spoilt === 'no-elements' || what.spoilt === 'missing-element');
}

const anyStop: fc.Arbitrary<Stop> = fc.oneof(
  record({ at: moment, does: fc.constant('cancel') }),
  record({ at: moment, does: fc.constant('pause'), goesOnAfter: ms(60_000) }),
);

const anyCrash: fc.Arbitrary<Crash> = record({
  at: fc.oneof(
    record({ write: fc.integer({ min: 1, max: 14 }), side: fc.constantFrom('before', 'after') }),
    record({ call: fc.integer({ min: 1, max: 10 }) }),
  ),
  down: ms(60_000),
});

/** Nothing happens, or something. */
function perhaps<T>(many: fc.Arbitrary<T[]>, weight = 1): fc.Arbitrary<T[]> {
  return fc.oneof({ weight, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: many });
}

const anyCourse: fc.Arbitrary<Course> = record({
  faults: perhaps(fc.array(anyFault, { maxLength: 4 })),
  others: perhaps(
    fc.array(
      fc.tuple(anyChange, moment).map(([change, at]) => ({ ...change, at })),
      { maxLength: 4 },
    ),
    3,
  ),
  stops: perhaps(fc.array(anyStop, { maxLength: 2 }), 2),
  crashes: perhaps(fc.array(anyCrash, { maxLength: 4 })),
});

const anyUnknowns: fc.Arbitrary<Schedule['unknowns']> = fc.record(
  {
    detailsTags: fc.constantFrom('after', 'before', 'removed'),
    detailsTagsShape: fc.constantFrom('strings', 'objects'),
    recordTagShape: fc.constantFrom('objects', 'strings'),
    tagCase: fc.constantFrom('exact', 'ignored'),
    elementOrder: fc.constantFrom('as-asked', 'shuffled'),
    idsParameter: fc.constantFrom('honoured', 'ignored', 'refused'),
    coql: fc.constantFrom('works', 'leaves-tag-out', 'refuses-tag', 'refused'),
    addTagsForm: fc.constantFrom('both', 'query', 'body'),
    unknownRecord: fc.constantFrom('element', 'refuses-call'),
    retryAfter: fc.constantFrom(null, 1, 60),
    creditsHeader: fc.boolean(),
    mixedStatus: fc.constantFrom(200, 202, 207),
    failedStatus: fc.constantFrom(200, 202, 207, 400),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const anyLimits: fc.Arbitrary<Schedule['limits']> = fc.record(
  {
    concurrency: fc.integer({ min: 1, max: 10 }),
    idsPerCall: fc.constantFrom(1, 2, 3, 5, 100),
    urlBytes: fc.constantFrom(shortestUrl, 1_000, 4_000),
    coqlInValues: fc.constantFrom(2, 50, 200),
    tagsPerRecord: fc.constantFrom(2, 4, 10, 10, 10, 10),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const anySettings = record({
  batchStart: fc.constantFrom(500, 500, 1, 2, 5, 100),
  batchCeiling: fc.constantFrom(500, 500, 1, 2, 3, 5, 200),
  concurrencyStart: fc.integer({ min: 1, max: 5 }),
  concurrencyCeiling: fc.integer({ min: 1, max: 10 }),
});

/** Schedules of every kind, most of them small. */
export const anySchedule: fc.Arbitrary<Schedule> = record({
  seed: fc.nat(),
  records: fc.array(anyRecord, { minLength: 1, maxLength: 12 }),
  copies: anyCopies,
  chosen: fc.uniqueArray(fc.constantFrom(...withoutComma), { minLength: 1, maxLength: 4 }),
  unknowns: anyUnknowns,
  limits: anyLimits,
  creditsPerDay: fc.option(fc.constantFrom(40, 60), { freq: 12, nil: undefined }),
  settings: anySettings,
  latency: fc.constantFrom(0, 20, 300, 2_000),
  previewAge: fc.oneof(ms(20_000), fc.integer({ min: freshFor + 1, max: 10 * freshFor })),
  beforehand: perhaps(fc.array(anyChange, { maxLength: 6 })),
  removal: anyCourse,
  retries: fc.nat(3).map((drawn) => drawn === 3),
  between: perhaps(fc.array(anyChange, { maxLength: 6 })),
  undo: anyCourse,
}).map(({ creditsPerDay, ...any }): Schedule => {
  const drawn = withNames(withSomethingToRemove(any));
  const copies = Math.min(drawn.copies, Math.floor(mostRecords / drawn.records.length));
  if (copies > fewCopies) return forMany({ ...drawn, copies });
  if (creditsPerDay === undefined || copies > 1) return { ...drawn, copies };
  return { ...drawn, copies, limits: { ...drawn.limits, creditsPerDay } };
});

/** Most schedules have something to remove: a record that carries a chosen tag. */
function withSomethingToRemove<T extends Pick<Schedule, 'records' | 'chosen'>>(drawn: T): T {
  const { records, chosen } = drawn;
  const selected = records.find(({ isSelected, tags: carried }) => isSelected && carried.length > 0);
  const carried = selected?.tags.find((name) => withoutComma.includes(name));
  return carried === undefined ? drawn : { ...drawn, chosen: [...new Set([carried, ...chosen])] };
}

function withNames<T extends Omit<Schedule, 'copies'>>(drawn: T): T {
  const { chosen, beforehand, removal, between, undo } = drawn;
  const inCourse = (course: Course) => ({ ...course, others: withNamesOfChosen(course.others, chosen) });
  return {
    ...drawn,
    beforehand: withNamesOfChosen(beforehand, chosen),
    removal: inCourse(removal),
    between: withNamesOfChosen(between, chosen),
    undo: inCourse(undo),
  };
}

function withNamesOfChosen<T extends OthersChange>(changes: readonly T[], chosen: readonly string[]): T[] {
  return changes.map((change) =>
    'tag' in change && change.tag === aChosenOne
      ? { ...change, tag: chosen[change.record % chosen.length] ?? '' }
      : change,
  );
}

/** A thousand records in calls of one or two would take seconds. */
function forMany({ settings, limits, unknowns, ...schedule }: Schedule): Schedule {
  const { idsPerCall, urlBytes, coqlInValues, ...others } = limits;
  return {
    ...schedule,
    unknowns: readInFewCalls(unknowns),
    settings: {
      ...settings,
      batchStart: Math.max(100, settings.batchStart),
      batchCeiling: Math.max(100, settings.batchCeiling),
    },
    limits: {
      ...others,
      ...(idsPerCall !== undefined && { idsPerCall: 100 }),
      ...(urlBytes !== undefined && { urlBytes: 4_000 }),
      ...(coqlInValues !== undefined && { coqlInValues: 50 }),
    },
  };
}

/** Not one by one. */
function readInFewCalls(unknowns: Schedule['unknowns']): Schedule['unknowns'] {
  const others = { ...unknowns };
  delete others.coql;
  delete others.idsParameter;
  return others;
}
