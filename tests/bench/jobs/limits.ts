import type { Finding } from '../finding';
import { fewestCalls, idealSeconds, type Cost } from './cost';
import type { EngineCost } from './measure';

export interface JobFigures {
  /** 10,000 records by the extension: the first job of a connection, a later one, and one that COQL is refused for. */
  first: EngineCost;
  later: EngineCost;
  byIds: EngineCost;
  /** The later job among smaller and larger ones. */
  growth: EngineCost[];
  /** What the worker had in use, at most, in a run like the largest one. */
  inUse: EngineCost['memory'];
  /** One call a record, for some records or all; and 100 records a call. */
  oneByOne: Cost;
  byHundreds: Cost;
}

/** What must hold of a connection that knows its account. */
export function limitsOf({ later, byIds, growth, inUse }: JobFigures): Finding[] {
  const largest = growth.at(-1) ?? later;
  return [
    ...growth.flatMap((cost) => callLimits(sized(cost), cost, 200)),
    ...callLimits('COQL refused', byIds, 100),
    atMost(`${sized(later)}: seconds`, later.seconds, 1.15 * idealSeconds(later.records, 200, later)),
    atMost(`${sized(largest)}: memory of the worker in MB`, largest.memory.most, 60),
    atMost(`${sized(largest)}: of it in use`, inUse.most, 60),
    ...[later, largest].map((cost) =>
      atMost(`${sized(cost)}: seconds from update to update`, 1 / cost.updates, 0.5),
    ),
  ];
}

function callLimits(what: string, cost: EngineCost, readAtOnce: 100 | 200): Finding[] {
  const { reads, writes, refused, records } = cost;
  const fewest = fewestCalls(records, readAtOnce);
  // What one call reads is read again just before it is changed: others may have changed it since the preview.
  const readings = fewest.reads === 1 ? 2 : fewest.reads;
  return [
    atMost(`${what}: reads`, reads, readings, 0),
    atMost(`${what}: changes`, writes, fewest.writes, 0),
    atMost(`${what}: calls refused as too many, in %`, (100 * refused) / (reads + writes), 2),
  ];
}

function sized({ records }: Cost): string {
  return `${records.toLocaleString('en-US')} records`;
}

function atMost(what: string, figure: number, limit: number, decimals = 2): Finding {
  return {
    what,
    figure: figure.toFixed(decimals),
    limit: String(Number(limit.toFixed(2))),
    isWithin: figure <= limit,
  };
}
