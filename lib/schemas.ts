import * as z from '@/lib/zod';

/*
 * Kinds of values that several schemas have in common. They are made of the few parts of zod that `lib/zod.ts` holds:
 * the worker would load each further one each time that it starts. For the same reason, a word that is the only one of
 * its kind is a `z.enum` of one.
 */

/** A whole number, no less than one and no more than another. */
export function wholeNumber(least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) {
  return z.number(z.refine((value) => Number.isSafeInteger(value) && value >= least && value <= most));
}

/** A text that a pattern fits. */
export function textLike(pattern: RegExp) {
  return z.string(z.refine((text) => pattern.test(text)));
}

/** `org` and digits. */
export const orgSchema = textLike(/^org\d+$/);

/** A name that Bigin gives somebody: it goes into sentences. */
export const nameSchema = z.string(lengthOf(0, 1_000));

/** How long a text or a list may be. */
export function lengthOf(least: number, most = Infinity) {
  return z.refine<{ length: number }>(({ length }) => length >= least && length <= most);
}

/** An object of any keys, whose values are of one kind. */
export function recordOf<T extends z.Schema>(value: T) {
  return z.catchall(z.object({}), value);
}

/** What may be missing or `null`, as Bigin's answers have it. */
export function nullish<T extends z.Schema>(schema: T) {
  return z.pipe(
    z.transform((value): unknown => value ?? undefined),
    z.optional(schema),
  );
}

/** Stands in for what is not of its kind. */
export function orElse<T extends z.Schema, const S>(schema: T, standIn: S) {
  return z.transform((value: unknown): z.output<T> | S => {
    const { success, data } = z.safeParse(schema, value);
    return success ? data : standIn;
  });
}
