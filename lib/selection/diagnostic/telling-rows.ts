import { attributeOf, attributesOf, childrenOf, isTickedInput, tagOf } from './safe-dom';

/** A row to be described, with its place in its list, from 1. */
export interface TellingRow {
  row: Element;
  place: number;
}

const mostRows = 4;
const mostCompared = 200;
const mostNodesOfRow = 120;

/**
 * The first row, and those that have most which no row before them has: a ticked one beside those that are
 * not, whatever the page marks it with.
 */
export function tellingRows(rows: readonly Element[]): TellingRow[] {
  const left = rows
    .slice(0, mostCompared)
    .map((row, index) => ({ row, place: index + 1, has: traitsOf(row) }));
  const seen = new Set<string>();
  const chosen: TellingRow[] = [];
  let best = left[0];
  while (best && chosen.length < mostRows) {
    chosen.push({ row: best.row, place: best.place });
    for (const trait of best.has) seen.add(trait);
    best = undefined;
    let most = 0;
    for (const candidate of left) {
      const news = weigh(candidate.has, seen);
      if (news > most) [best, most] = [candidate, news];
    }
  }
  return chosen;
}

/** What tells a tick counts more than what tells a kind of field. */
function weigh(traits: ReadonlySet<string>, seen: ReadonlySet<string>): number {
  let news = 0;
  for (const trait of traits) {
    if (!seen.has(trait)) news += /(?<!un)(?:check|select|tick|activ)ed|=true/i.test(trait) ? 20 : 1;
  }
  return news;
}

/** Tags, classes, attributes and states in a row, without their digits. */
function traitsOf(row: Element): Set<string> {
  const found = new Set<string>();
  const queue = [row];
  for (const element of queue) {
    for (const { name, value } of attributesOf(element)) {
      found.add(name);
      if (/^aria-|^(?:checked|hidden|role|type)$/.test(name) && value.length < 6)
        found.add(`${name}=${value}`);
    }
    const classes = attributeOf(element, 'class').split(/\s+/);
    for (const token of classes) found.add(`${tagOf(element)}.${token.replaceAll(/\d+/g, '0')}`);
    if (isTickedInput(element)) found.add(':checked');
    if (queue.length < mostNodesOfRow) queue.push(...childrenOf(element, mostNodesOfRow - queue.length));
  }
  return found;
}
