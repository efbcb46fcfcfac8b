import { browser } from 'wxt/browser';
import { ProblemError } from './problem';
import { StoredItem } from './stored-item';

/** What leads to a version from the one before it, by its number. */
export type Migrations = Record<number, (older: unknown) => unknown>;

/**
 * A value of `storage.local`, which outlives any version of the extension, and so stands there with the version of its
 * shape: 1 to begin with, raised with a migration whenever what is stored changes. An older value is migrated before it is
 * read. One of a newer version of the extension is neither read nor overwritten: `dataNewer` is thrown.
 */
export class VersionedItem extends StoredItem {
  readonly #key: string;
  readonly #version: number;
  readonly #migrations: Migrations;

  constructor(key: string, version = 1, migrations: Migrations = {}) {
    super('local', key);
    this.#key = key;
    this.#version = version;
    this.#migrations = migrations;
  }

  override async getValue(): Promise<unknown> {
    const { stored, version } = await this.#read();
    if (stored === undefined || version === this.#version) return stored;
    let value = stored;
    for (let next = version + 1; next <= this.#version; next++) {
      value = this.#migrations[next]?.(value) ?? value;
    }
    await this.#store(value);
    return value;
  }

  override async setValue(value: unknown): Promise<void> {
    await this.#read();
    await this.#store(value);
  }

  /** The value and its version, which is 1 where it was stored before there were versions. Throws `dataNewer`. */
  async #read(): Promise<{ stored: unknown; version: number }> {
    const found = await browser.storage.local.get([this.#key, this.#versionKey]);
    const { v: version = 1 } = (found[this.#versionKey] ?? {}) as { v?: number };
    if (version > this.#version) throw new ProblemError('dataNewer');
    return { stored: found[this.#key], version };
  }

  /** The value and its version, both or none. */
  #store(value: unknown): Promise<void> {
    return browser.storage.local.set({ [this.#key]: value, [this.#versionKey]: { v: this.#version } });
  }

  get #versionKey(): string {
    return `${this.#key}$`;
  }
}
