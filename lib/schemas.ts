import * as z from 'zod/mini';

/*
 * Kinds of values that several schemas have in common. They are made of the few parts of zod that the others use
 * anyway: each further one (`z.int`, `z.regex` …) is loaded by the worker each time that it starts.
 */

/** A whole number, no less than one and no more than another. */
export function wholeNumber(least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) {
  return z
    .number()
    .check(z.refine((value) => Number.isSafeInteger(value) && value >= least && value <= most));
}

/** A text that a pattern fits. */
export function textLike(pattern: RegExp) {
  return z.string().check(z.refine((text) => pattern.test(text)));
}

/** `org` and digits. */
export const orgSchema = textLike(/^org\d+$/);
