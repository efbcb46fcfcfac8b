import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as mini from 'zod/mini';
import * as z from '@/lib/zod';
import { anyJson } from './fuzz/any-json';

const isShort = ({ length }: { length: number }) => length < 3;

/** Each kind of schema, and the same of `zod/mini`. */
const kinds = {
  string: [z.string(), mini.string()],
  'checked string': [
    z.string(
      z.refine(isShort),
      z.refine((text) => text !== 'a'),
    ),
    mini.string().check(
      mini.refine(isShort),
      mini.refine((text) => text !== 'a'),
    ),
  ],
  number: [z.number(), mini.number()],
  boolean: [z.boolean(), mini.boolean()],
  unknown: [z.unknown(), mini.unknown()],
  enum: [z.enum(['a', 'b']), mini.enum(['a', 'b'])],
  array: [z.array(z.string()), mini.array(mini.string())],
  'checked array': [
    z.array(z.unknown(), z.refine(isShort)),
    mini.array(mini.unknown()).check(mini.refine(isShort)),
  ],
  object: [
    z.object({ a: z.string(), b: z.optional(z.number()) }),
    mini.object({ a: mini.string(), b: mini.optional(mini.number()) }),
  ],
  'extended object': [
    z.extend(z.object({ a: z.string() }), { b: z.optional(z.boolean()) }),
    mini.extend(mini.object({ a: mini.string() }), { b: mini.optional(mini.boolean()) }),
  ],
  'object with a rest': [
    z.catchall(z.object({ a: z.string() }), z.number()),
    mini.catchall(mini.object({ a: mini.string() }), mini.number()),
  ],
  union: [z.union([z.string(), z.boolean()]), mini.union([mini.string(), mini.boolean()])],
  pipe: [
    z.pipe(
      z.string(),
      z.transform((text) => text.length),
    ),
    mini.pipe(
      mini.string(),
      mini.transform((text) => text.length),
    ),
  ],
} satisfies Record<string, [z.Schema, mini.ZodMiniType]>;

/** Words and names that the schemas know, so that some values are of their kind. */
const value = fc.oneof(
  anyJson,
  fc.constantFrom('a', 'b', 'abc', 1, true, null, undefined, NaN),
  fc.array(fc.constantFrom('a', 'b', 1), { maxLength: 4 }),
  fc.record(
    { a: fc.constantFrom('a', 1), b: fc.constantFrom(1, true, undefined), c: anyJson },
    { requiredKeys: [] },
  ),
);

describe.each(Object.entries(kinds))('a schema of the kind “%s”', (_, [ours, theirs]) => {
  it('reads what zod/mini reads, and nothing else', () => {
    fc.assert(
      fc.property(value, (one) => {
        const { success, data } = mini.safeParse<mini.ZodMiniType>(theirs, one);
        expect(z.safeParse<z.Schema>(ours, one)).toEqual(success ? { success, data } : { success });
        if (success) expect(z.parse<z.Schema>(ours, one)).toEqual(data);
        else expect(() => z.parse<z.Schema>(ours, one)).toThrow(TypeError);
      }),
    );
  });
});

it('refuses a schema that would have to wait', () => {
  const waits = z.transform(() => Promise.resolve(1));
  expect(() => z.safeParse(waits, 1)).toThrow(/Promise/);
});
