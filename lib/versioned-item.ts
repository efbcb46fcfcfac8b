import { storage } from 'wxt/utils/storage';
import { ProblemError } from './problem';

/** What leads to a version from the one before it, by its number. */
export type Migrations = Record<number, (older: unknown) => unknown>;

/**
 * A value of `storage.local`, which outlives any version of the extension, and so stands there with the version of its
 * shape: 1 to begin with, raised with a migration whenever what is stored changes. An older value is migrated before it is
 * read. One of a newer version of the extension is neither read nor overwritten: `dataNewer` is thrown.
 */
export function versionedItem(key: `local:${string}`, version = 1, migrations: Migrations = {}) {
  const item = storage.defineItem<unknown, { v: number }>(key, { version, migrations });
  // WXT notes the version beside the value, and migrates; of a newer one it makes no more than a line in the console.
  const refuseNewer = async () => {
    const { v } = await item.getMeta();
    if (v != null && v > version) throw new ProblemError('dataNewer');
  };
  return {
    async getValue(): Promise<unknown> {
      const [value] = await Promise.all([item.getValue(), refuseNewer()]);
      return value;
    },
    async setValue(value: unknown): Promise<void> {
      await refuseNewer();
      await item.setValue(value);
    },
    watch: (listener: (value: unknown) => void) => item.watch(listener),
  };
}
