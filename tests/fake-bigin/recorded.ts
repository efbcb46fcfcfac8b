import { readFileSync } from 'node:fs';

export interface Recorded {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** In place of the body, where only one element of its array was kept. */
  element: Record<string, unknown>;
}

export const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`./recorded/${name}.json`, import.meta.url), 'utf8')) as Recorded;

/** Keys and kinds of a JSON value, without its values: what two answers of one shape have in common. */
export function shapeOf(value: unknown): unknown {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object') return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, shapeOf(each)]),
  );
}
