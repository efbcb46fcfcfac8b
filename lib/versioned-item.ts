import { browser } from 'wxt/browser';
import { ProblemError } from './problem';
import { StoredItem } from './stored-item';

/** What makes of a value one of the next version. */
export type Migration = (older: unknown) => unknown;

/**
 * A value of `storage.local`, which outlives any version of the extension, and so stands there with the version of its
 * shape: 1 to begin with, one more with each migration, which is added whenever what is stored changes. An older value is
 * migrated before it is read. One of a newer version of the extension is neither read nor overwritten: `dataNewer` is
 * thrown.
 */
export class VersionedItem extends StoredItem {
  readonly #key: string;
  readonly #migrations: readonly Migration[];

  constructor(key: string, migrations: readonly Migration[] = []) {
    super('local', key);
    this.#key = key;
    this.#migrations = migrations;
  }

  override async getValue(): Promise<unknown> {
    const { stored, version } = await this.#read();
    const missing = this.#migrations.slice(version - 1);
    if (stored === undefined || missing.length === 0) return stored;
    const value = missing.reduce<unknown>((older, migrate) => migrate(older), stored);
    await this.#store(value);
    return value;
  }

  override async setValue(value: unknown): Promise<void> {
    await this.#read();
    await this.#store(value);
  }

  /** The value and its version, which is 1 where none is stored, or what is no version. Throws `dataNewer`. */
  async #read(): Promise<{ stored: unknown; version: number }> {
    const found = await browser.storage.local.get([this.#key, this.#versionKey]);
    const { v } = (found[this.#versionKey] ?? {}) as { v?: unknown };
    const version = Number.isInteger(v) && Number(v) > 0 ? Number(v) : 1;
    if (version > this.#version) throw new ProblemError('dataNewer');
    return { stored: found[this.#key], version };
  }

  /** The value and its version, both or none. */
  #store(value: unknown): Promise<void> {
    return browser.storage.local.set({ [this.#key]: value, [this.#versionKey]: { v: this.#version } });
  }

  get #version(): number {
    return this.#migrations.length + 1;
  }

  get #versionKey(): string {
    return `${this.#key}$`;
  }
}
