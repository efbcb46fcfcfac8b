import * as core from 'zod/v4/core';

/*
 * The part of zod that schemas are made of here, over zod's core. `zod/mini` gives each schema methods besides, and
 * errors that say what is wrong: the worker would load them each time that it starts, and nothing in it calls them.
 * For the same reason a kind that is one condition is made of that. Names mean what they mean in zod; only the
 * conditions that a value must meet follow as further arguments.
 *
 * By `@__NO_SIDE_EFFECTS__` the bundler knows that a page which uses something else of a file needs not its schemas.
 */

export type { infer, output } from 'zod/v4/core';

/** Any schema, by what it reads. */
export type Schema<T = unknown> = core.$ZodType<T>;

/** What a value must meet beside being of its kind. */
export type Check<T> = core.$ZodCheck<T>;

/** What was read, or that the value is of another kind. */
export type Reading<T> = { success: true; data: T } | { success: false; data?: undefined };

type Shape = core.$ZodLooseShape;

// @__NO_SIDE_EFFECTS__
export function string(...checks: Check<string>[]) {
  return which<string>((value) => typeof value === 'string', checks);
}

// @__NO_SIDE_EFFECTS__
export function number(...checks: Check<number>[]) {
  return which<number>(Number.isFinite, checks);
}

// @__NO_SIDE_EFFECTS__
export function boolean() {
  return which<boolean>((value) => typeof value === 'boolean');
}

// @__NO_SIDE_EFFECTS__
export function unknown() {
  return new core.$ZodUnknown({ type: 'unknown' });
}

// @__NO_SIDE_EFFECTS__
function oneOf<const T extends readonly string[]>(words: T) {
  return which<T[number]>((value) => words.includes(value as string));
}

export { oneOf as enum };

/** A value that a condition makes one of its kind. */
// @__NO_SIDE_EFFECTS__
function which<T>(isOfKind: (value: unknown) => boolean, checks: readonly Check<T>[] = []) {
  const all = [refine(isOfKind), ...(checks as Check<unknown>[])];
  return new core.$ZodUnknown({ type: 'unknown', checks: all }) as unknown as core.$ZodType<T, T>;
}

// @__NO_SIDE_EFFECTS__
export function array<T extends Schema>(element: T, ...checks: Check<core.output<T>[]>[]) {
  return new core.$ZodArray({ type: 'array', element, checks }) as core.$ZodArray<T>;
}

/** What a value has beside the shape is left out. */
// @__NO_SIDE_EFFECTS__
export function object<T extends Shape>(shape: T) {
  type Result = core.$ZodObject<core.util.Writeable<T>, core.$strip>;
  return new core.$ZodObject({ type: 'object', shape }) as Result;
}

// @__NO_SIDE_EFFECTS__
export function extend<T extends Shape, U extends Shape>(schema: core.$ZodObject<T>, shape: U) {
  return object<T & U>({ ...schema._zod.def.shape, ...shape });
}

/** What a value has beside the shape is of one kind. */
// @__NO_SIDE_EFFECTS__
export function catchall<T extends Shape, R extends Schema>(schema: core.$ZodObject<T>, rest: R) {
  type Result = core.$ZodObject<T, core.$catchall<R>>;
  return new core.$ZodObject({ ...schema._zod.def, catchall: rest }) as Result;
}

// @__NO_SIDE_EFFECTS__
export function optional<T extends Schema>(innerType: T) {
  return new core.$ZodOptional({ type: 'optional', innerType }) as core.$ZodOptional<T>;
}

/** The first kind that a value is of. */
// @__NO_SIDE_EFFECTS__
export function union<const T extends readonly Schema[]>(options: T) {
  type Read = core.output<T[number]>;
  const schema = new core.$ZodUnknown({ type: 'unknown' });
  schema._zod.run = (payload) => {
    for (const option of options) {
      const { success, data } = safeParse(option, payload.value);
      if (success) return { value: data, issues: [] };
    }
    payload.issues.push({ code: 'custom', input: payload.value, inst: schema });
    return payload;
  };
  return schema as unknown as core.$ZodType<Read, Read>;
}

// @__NO_SIDE_EFFECTS__
export function transform<I = unknown, O = I>(change: (value: I) => O) {
  const ofAnything = change as (value: unknown) => unknown;
  return new core.$ZodTransform({ type: 'transform', transform: ofAnything }) as core.$ZodTransform<O, I>;
}

/** What one schema reads is read by another. */
// @__NO_SIDE_EFFECTS__
export function pipe<A extends Schema, B extends core.$ZodType<unknown, core.output<A>>>(
  first: A,
  second: B | core.$ZodType<unknown, core.output<A>>,
) {
  return new core.$ZodPipe({ type: 'pipe', in: first, out: second }) as core.$ZodPipe<A, B>;
}

// @__NO_SIDE_EFFECTS__
export function refine<T>(isMet: (value: NoInfer<T>) => boolean): Check<T> {
  const check: Check<T> = new core.$ZodCheck({ check: 'custom' });
  check._zod.check = ({ value, issues }) => {
    // The conditions after it are not looked at: they are about values of the kind.
    if (!isMet(value)) issues.push({ code: 'custom', input: value, inst: check });
  };
  return check;
}

/** Reads a value that may be anything; throws what a getter of it throws. */
export function safeParse<T extends Schema>(schema: T, value: unknown): Reading<core.output<T>> {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  if (result instanceof Promise) throw new core.$ZodAsyncError();
  return result.issues.length > 0
    ? { success: false }
    : { success: true, data: result.value as core.output<T> };
}

/** Reads a value that is taken for one of its kind; throws where it is not. */
export function parse<T extends Schema>(schema: T, value: unknown): core.output<T> {
  const { success, data } = safeParse(schema, value);
  if (!success) throw new TypeError('A value is not of its kind');
  return data;
}
