import { resultOf, type Database } from '@/lib/database';
import type { Preview } from './preview';
import { pack, unpack } from './stored-preview';

/** Previews by id. One a connection and selection is kept, and all older than `maxAge` are forgotten. */
export class PreviewStore {
  readonly #database: Database;
  readonly #now: () => number;
  /** When the previews of a connection were last forgotten. */
  readonly #forgottenAt = new Map<string, number>();

  constructor(database: Database, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  /** A preview that is young enough to act on; `undefined` where there is none. */
  async read(id: string): Promise<Preview | undefined> {
    const preview = unpack(await this.#database.get('previews', id));
    return preview && preview.readAt > this.#now() - maxAge ? preview : undefined;
  }

  /** Does nothing where the tags were read before the connection's previews were forgotten: they may have changed. */
  async save(preview: Preview): Promise<void> {
    if (preview.readAt < (this.#forgottenAt.get(preview.connectionId) ?? -Infinity)) return;
    const old = IDBKeyRange.upperBound(this.#now() - maxAge);
    await this.#replace('byReadAt', old, preview);
  }

  /** After a change of tags, or a sign-out: what was read is not so any more. */
  async forget(connectionId: string): Promise<void> {
    this.#forgottenAt.set(connectionId, this.#now());
    await this.#replace('byConnection', connectionId);
  }

  /** Deletes what an index has for a query, and stores a preview in its place. */
  #replace(index: string, query: IDBValidKey | IDBKeyRange, preview?: Preview): Promise<void> {
    return this.#database.write('previews', async (transaction) => {
      const previews = transaction.objectStore('previews');
      for (const id of await resultOf(previews.index(index).getAllKeys(query))) previews.delete(id);
      if (preview) previews.put(pack(preview));
    });
  }
}

/** Five minutes, in milliseconds: longer, and others may have changed the tags meanwhile. */
export const maxAge = 5 * 60_000;
