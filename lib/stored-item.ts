import { browser } from 'wxt/browser';

/** `local` outlives the browser; `session` outlives the worker and is gone with the browser. */
type Area = 'local' | 'session';

/** A value in the extension's storage. Who reads it parses it: another version may have written it. */
export class StoredItem {
  readonly #area: Area;
  readonly #key: string;

  constructor(area: Area, key: string) {
    this.#area = area;
    this.#key = key;
  }

  /** `undefined` where nothing is stored. */
  async getValue(): Promise<unknown> {
    return (await browser.storage[this.#area].get(this.#key))[this.#key];
  }

  setValue(value: unknown): Promise<void> {
    return browser.storage[this.#area].set({ [this.#key]: value });
  }

  removeValue(): Promise<void> {
    return browser.storage[this.#area].remove(this.#key);
  }

  /** Calls back with the value whenever it was written or removed; returns what ends that. */
  watch(listener: (value: unknown) => void): () => void {
    const { onChanged } = browser.storage[this.#area];
    const hear = (changes: Record<string, { newValue?: unknown }>) => {
      const change = changes[this.#key];
      if (change) listener(change.newValue);
    };
    onChanged.addListener(hear);
    return () => onChanged.removeListener(hear);
  }
}

/** The keys of what is stored in an area. */
export async function storedKeys(area: Area): Promise<string[]> {
  return Object.keys(await browser.storage[area].get());
}
