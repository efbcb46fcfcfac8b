import { progressOf } from '@/lib/jobs/account/account-of';
import { recordAccounts, type RecordAccount } from '@/lib/jobs/account/record-accounts';
import type { Played, PlayedJob, PlayedStop } from './play';
import { shortestUrl, type Schedule } from './schedule';

/** What was broken of that which must hold for every schedule: one sentence each. */
export function brokenLaws(played: Played): string[] {
  const { removal, undo } = played;
  return [
    ...callsKeepWithin(played),
    ...(removal ? [...removalHolds(played, removal), ...jobHolds(played, removal)] : []),
    ...(undo ? [...undoHolds(played, undo), ...jobHolds(played, undo)] : []),
  ];
}

/** No call but about selected records and chosen tags, no two about one record at once, and never too many. */
function callsKeepWithin({ schedule, model, preview, removal }: Played): string[] {
  const selected = new Set(preview.records.map(({ id }) => id));
  const lost = lostBy(removal);
  const { mostAtOnce, interleaved, calls } = model.network;
  const ceiling = schedule.settings.concurrencyCeiling;
  return [
    ...(mostAtOnce > ceiling ? [`${mostAtOnce} calls at once, where ${ceiling} are allowed`] : []),
    ...interleaved.map((id) => `two changes of ${id} at once`),
    ...calls.flatMap(({ action, ids, tagNames }) => {
      if (action === 'reading') return [];
      const others = ids.filter((id) => !selected.has(id));
      const mayName = (name: string) =>
        action === 'remove_tags' ? schedule.chosen.includes(name) : ids.some((id) => lost.get(id)?.has(name));
      const foreign = tagNames.filter((name) => !mayName(name));
      return [
        ...others.map((id) => `${action} of ${id}, which was not selected`),
        ...foreign.map(
          (name) =>
            `${action} names “${name}”, which was not ${action === 'add_tags' ? 'removed' : 'chosen'}`,
        ),
      ];
    }),
  ];
}

/** The tags that a job's calls took off each record. */
function lostBy(job: PlayedJob | undefined): Map<string, Set<string>> {
  return tagsBy(job, 'removed');
}

function tagsBy(job: PlayedJob | undefined, what: 'removed' | 'added'): Map<string, Set<string>> {
  const byId = new Map<string, Set<string>>();
  for (const change of job?.changes ?? []) {
    byId.set(change.id, new Set([...(byId.get(change.id) ?? []), ...change[what]]));
  }
  return byId;
}

function removalHolds(played: Played, removal: PlayedJob): string[] {
  const { schedule, preview, model } = played;
  const { chosen, unknowns } = schedule;
  const lower = new Set(chosen.map((name) => name.toLowerCase()));
  const mayGo = (tag: string) =>
    unknowns.tagCase === 'ignored' ? lower.has(tag.toLowerCase()) : chosen.includes(tag);
  const planned = preview.records.filter(({ tags }) => tags.some((tag) => chosen.includes(tag)));
  const told = new Map(recordAccounts(removal.batches).map((account) => [account.id, account]));
  return [
    ...removal.changes.flatMap(({ id, removed, added }) => [
      ...added.map((tag) => `“${tag}” was added to ${id} by a removal`),
      ...removed.filter((tag) => !mayGo(tag)).map((tag) => `“${tag}” was removed from ${id}, and not chosen`),
    ]),
    ...sameIds(
      planned.map(({ id }) => id),
      [...told.keys()],
    ),
    ...reportIsTrue(played, removal, tagsBy(removal, 'removed')),
    ...[...told.values()].flatMap(({ id, outcome, before }) => {
      const now = removal.tagsAfter.get(id);
      if (!now || outcome === 'failed' || removal.job.state !== 'finished') return [];
      const left = now.filter((tag) => chosen.includes(tag));
      return left.map(
        (tag) => `${id} still has “${tag}” (had ${before.join('|')}) and is told to be ${outcome}`,
      );
    }),
    ...failuresHaveReason(schedule, removal, model),
  ];
}

function undoHolds(played: Played, undo: PlayedJob): string[] {
  const { model, removal, schedule } = played;
  const lost = lostBy(removal);
  const told = new Map(recordAccounts(undo.batches).map((account) => [account.id, account]));
  const wasLost = [...lost].filter(([, tags]) => tags.size > 0);
  return [
    ...undo.changes.flatMap(({ id, removed, added }) => [
      ...removed.map((tag) => `“${tag}” was removed from ${id} by an undo`),
      ...added
        .filter((tag) => !lost.get(id)?.has(tag))
        .map((tag) => `“${tag}” was added to ${id} by an undo, and never removed`),
    ]),
    ...reportIsTrue(played, undo, tagsBy(undo, 'added')),
    ...wasLost.flatMap(([id, tags]) => {
      const now = undo.tagsAfter.get(id);
      const account = told.get(id);
      if (!now || undo.job.state !== 'finished' || account?.outcome === 'failed') return [];
      const missing = [...tags].filter((tag) => !now.includes(tag));
      return missing.map((tag) => `${id} did not get “${tag}” back, and is told to be ${account?.outcome}`);
    }),
    ...((schedule.limits.tagsPerRecord ?? 10) < 10 ? [] : failuresHaveReason(schedule, undo, model)),
  ];
}

/** What is told of each record is what was really done to it. Of one that is gone, nobody can tell any more. */
function reportIsTrue(
  { model }: Played,
  { job, batches }: PlayedJob,
  truth: Map<string, Set<string>>,
): string[] {
  return recordAccounts(batches).flatMap(({ id, outcome, changed }) => {
    if (model.deleted.has(id) || outcome === 'unknown') return [];
    const really = [...(truth.get(id) ?? [])].toSorted().join('|');
    const said = [...new Set(changed)].toSorted().join('|');
    return really === said ? [] : [`${job.kind} of ${id}: told “${said}” (${outcome}), did “${really}”`];
  });
}

/** The tags afterwards, where they are told, are those that the record has, unless others changed it meanwhile. */
function afterIsTrue({ job, batches, tagsAfter, touched }: PlayedJob): string[] {
  return recordAccounts(batches).flatMap(({ id, after, outcome }) => {
    const now = tagsAfter.get(id);
    if (!after || !now || touched.has(id) || outcome === 'unknown') return [];
    const [told, really] = [after, now].map((tags) => tags.toSorted().join('|'));
    return told === really
      ? []
      : [`${job.kind} of ${id}: told to have “${told}” afterwards, has “${really}”`];
  });
}

function sameIds(expected: readonly string[], told: readonly string[]): string[] {
  const [one, other] = [new Set(expected), new Set(told)];
  return [
    ...expected.filter((id) => !other.has(id)).map((id) => `nothing is told of ${id}`),
    ...told.filter((id) => !one.has(id)).map((id) => `${id} is told of, and was not planned`),
  ];
}

/** Whether nothing happens but what waiting mends, for as long as an answer tells. */
function mustPass({ limits, unknowns }: Schedule, { course }: PlayedJob): boolean {
  const isForGood = course.faults.some(
    ({ what }) => what.kind === 'status' && [400, 403, 413].includes(what.status),
  );
  const isUntold = limits.creditsPerDay !== undefined && unknowns.creditsHeader === false;
  return !isForGood && !isUntold && limits.urlBytes !== shortestUrl;
}

/** A record fails for a reason of its own, and takes no other with it. */
function failuresHaveReason(schedule: Schedule, job: PlayedJob, model: Played['model']): string[] {
  const hit = new Set(
    job.course.faults.flatMap(({ what }) => (what.kind === 'record' ? [model.idOf(what.record)] : [])),
  );
  if (!mustPass(schedule, job)) return [];
  return recordAccounts(job.batches)
    .filter(({ id, outcome }) => outcome === 'failed' && !hit.has(id))
    .filter((account) => !model.deleted.has(account.id) && !model.locked.has(account.id))
    .map(({ id, code }) => `${job.job.kind} of ${id} failed with ${code}, for no reason`);
}

/** What holds for removals and undos alike. */
function jobHolds(whole: Played, played: PlayedJob): string[] {
  const { job, batches, tallies, stops, course } = played;
  const accounts = recordAccounts(batches);
  const isOver = job.state === 'finished' || job.state === 'cancelled';
  const count = (wanted: RecordAccount['outcome'][]) =>
    accounts.filter(({ outcome }) => wanted.includes(outcome)).length;
  const progress = progressOf(job, tallies);
  const open = count(['unknown']);
  const isQuiet = course.faults.length === 0 && whole.schedule.limits.creditsPerDay === undefined;
  return [
    ...(progress.total === accounts.length
      ? []
      : [`${progress.total} of ${accounts.length} records are counted`]),
    ...(isOver && !hasTwoWaves(batches) && progress.changed !== count(['changed'])
      ? [`${progress.changed} of ${count(['changed'])} changed records are counted`]
      : []),
    ...(job.state === 'finished' && open + count(['untouched']) > 0
      ? [`finished, with ${open} records open`]
      : []),
    ...(job.state === 'cancelled' && isQuiet && open > 0 ? [`cancelled, with ${open} records open`] : []),
    ...(isOver || !mustPass(whole.schedule, played)
      ? []
      : [`the ${job.kind} was left ${job.state} by ${job.problem?.code}, which had passed`]),
    ...afterIsTrue(played),
    ...stops.flatMap((stop) => nothingIsSentAfter(stop, job, whole)),
  ];
}

function hasTwoWaves(batches: PlayedJob['batches']): boolean {
  return new Set(batches.map(({ wave }) => wave)).size > 1;
}

/** After a cancel or a pause, and once the calls that were under way have come back, no change is sent. */
function nothingIsSentAfter(
  { stop, underWay, from, until }: PlayedStop,
  { kind }: PlayedJob['job'],
  { model }: Played,
): string[] {
  const change = kind === 'undo' ? 'add_tags' : 'remove_tags';
  const back = Math.max(from, ...underWay.map(({ ended = from }) => ended));
  return model.network.calls
    .filter(({ action, begun }) => action === change && begun > back && begun <= until)
    .map(({ action }) => `${action} was sent after a ${stop.does}`);
}
