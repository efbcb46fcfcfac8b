export type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

/**
 * Merges `changes` into `target`. A key that `target` lacks, or a value of another type, is a mistake
 * of the test that asks, and says so.
 */
export function mergeInto<T extends object>(target: T, changes: DeepPartial<T>, path = ''): void {
  for (const [key, value] of Object.entries(changes)) {
    const where = path ? `${path}.${key}` : key;
    if (!Object.hasOwn(target, key)) throw new RangeError(`there is no ${where}`);
    const current: unknown = Reflect.get(target, key);
    if (isObject(current)) {
      if (!isObject(value)) throw new TypeError(`${where} holds more than one value`);
      mergeInto(current, value, where);
    } else if (isObject(value)) {
      throw new TypeError(`${where} is one value`);
    } else if (value !== undefined) {
      Reflect.set(target, key, value);
    }
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
