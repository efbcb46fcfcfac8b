import { measuredOn, table, writeFigures } from '../performance-page';
import { concurrency, idealSeconds, latencyMs, type Cost } from './cost';
import type { JobFigures } from './limits';
import type { EngineCost } from './measure';

const costColumns = ['Reads', 'Changes', '429', 'Credits', 'Time', 'Of the ideal', 'Of the real ideal'];

/** Puts the figures into docs/performance.md, in place of those that stand there; answers them. */
export function writeReport(figures: JobFigures): string {
  const text = [heading(), sideBySide(figures), growth(figures), memoryInUse(figures)].join('\n\n');
  writeFigures('figures', text);
  return text;
}

function heading(): string {
  return `${measuredOn()}; ${latencyMs} ms an answer, ${concurrency} calls at once.`;
}

function sideBySide({ first, later, byIds, oneByOne, byHundreds }: JobFigures): string {
  const whole = later.records;
  const scale = whole / oneByOne.records;
  const scaled = scale === 1 ? '' : `, scaled from ${oneByOne.records} records`;
  return table(
    [`${number(whole)} records`, ...costColumns],
    [
      row('This extension, first job of a connection', first, 200),
      row('This extension, a later job', later, 200),
      row('This extension, a later job where COQL is refused', byIds, 100),
      row('100 records a call, one call after another', byHundreds),
      row(`One call a record, one after another${scaled}`, times(oneByOne, scale)),
    ],
  );
}

function growth({ growth: costs }: JobFigures): string {
  return table(
    [
      'A later job of this extension',
      ...costColumns,
      'From the last press to the first call',
      'Memory, most',
      'Memory, afterwards',
      'Updates a second',
    ],
    costs.map((cost) => [...row(`${number(cost.records)} records`, cost, 200), ...shown(cost)]),
  );
}

function memoryInUse({ growth: costs, inUse }: JobFigures): string {
  const records = number(costs.at(-1)?.records ?? 0);
  return `Of the memory for ${records} records, ${inUse.most.toFixed(1)} MB are in use at most; the rest is garbage that the browser has not collected yet. (Measured in a further run, in which it is collected before each look.)`;
}

/** How far it is from the ideal is told where the cost is of a way that reads what it changes. */
function row(name: string, cost: Cost, readAtOnce?: 100 | 200): string[] {
  const { records, reads, writes, refused, credits, seconds } = cost;
  const shares = readAtOnce && [
    seconds / idealSeconds(records, readAtOnce),
    seconds / idealSeconds(records, readAtOnce, cost),
  ];
  return [
    name,
    ...[reads, writes, refused, credits].map(number),
    `${seconds.toFixed(1)} s`,
    ...(shares ? shares.map((share) => `${share.toFixed(2)} ×`) : ['', '']),
  ];
}

function shown({ startMs, memory, updates }: EngineCost): string[] {
  return [
    `${startMs.toFixed(0)} ms`,
    `${memory.most.toFixed(1)} MB`,
    `${memory.last.toFixed(1)} MB`,
    updates.toFixed(1),
  ];
}

function times(cost: Cost, scale: number): Cost {
  return {
    records: cost.records * scale,
    reads: cost.reads * scale,
    writes: cost.writes * scale,
    refused: cost.refused * scale,
    credits: cost.credits * scale,
    seconds: cost.seconds * scale,
    readMs: cost.readMs,
    writeMs: cost.writeMs,
  };
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
