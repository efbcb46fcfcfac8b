import * as fc from 'fast-check';

/** What should stand nowhere where a value of a known kind is expected. */
const oddValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '__proto__',
  'constructor',
  'x'.repeat(20_000),
  '9'.repeat(400),
  '\u202e\u2066\u0000\ud800',
  '<img src=x onerror=alert(1)>',
  [],
  [[null]],
  {},
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  nested(500),
];

function nested(depth: number): unknown {
  return depth === 0 ? [] : [nested(depth - 1)];
}

const oddValue = fc.constantFrom(...oddValues);

/** Any value that JSON can hold. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(oddValue, fc.jsonValue({ maxDepth: 4 }));

type Path = readonly (string | number)[];

/** Where all parts of a value stand, itself first. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

/** Replaces, removes, doubles or adds something at a place. */
function change(root: unknown, path: Path, how: string, odd: unknown): unknown {
  const last = path.at(-1);
  if (last === undefined) return how === 'replace' ? odd : root;
  let around: unknown = root;
  for (const key of path.slice(0, -1)) around = Reflect.get(Object(around), key);
  if (typeof around !== 'object' || around === null) return root;
  if (how === 'replace') Reflect.set(around, last, odd);
  else if (how === 'remove' && Array.isArray(around)) around.splice(Number(last), 1);
  else if (how === 'remove') Reflect.deleteProperty(around, last);
  else if (Array.isArray(around)) around.push(how === 'double' ? around[Number(last)] : odd);
  else Reflect.set(around, `${last}2`, odd);
  return root;
}

/**
 * A valid value in which a few places were changed: another type, gone, doubled, an extra key, huge, nested. Some are
 * left as they are, and some are anything.
 */
export function mutationsOf(...valid: readonly unknown[]): fc.Arbitrary<unknown> {
  const mutated = fc
    .record({
      root: fc.constantFrom(...valid),
      changes: fc.array(
        fc.tuple(fc.nat(), fc.constantFrom('replace', 'replace', 'remove', 'double', 'add'), anyJson),
        { maxLength: 3 },
      ),
    })
    .map(({ root, changes }) => {
      let value: unknown = structuredClone(root);
      for (const [place, how, odd] of changes) {
        const paths = pathsOf(value);
        value = change(value, paths[place % paths.length] ?? [], how, structuredClone(odd));
      }
      return value;
    });
  return fc.oneof({ weight: 5, arbitrary: mutated }, { weight: 1, arbitrary: anyJson });
}

/** Whether something that was read has changed what all objects inherit. */
export function isPolluted(): boolean {
  return 'polluted' in {};
}
