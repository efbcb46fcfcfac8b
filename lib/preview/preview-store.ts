import * as z from 'zod/mini';
import type { Database } from '@/lib/database';
import { previewSchema, type Preview } from './preview';

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
    const { data } = z.safeParse(previewSchema, await this.#database.get('previews', id));
    return data && data.readAt > this.#now() - maxAge ? data : undefined;
  }

  /** Does nothing where the tags were read before the connection's previews were forgotten: they may have changed. */
  async save(preview: Preview): Promise<void> {
    if (preview.readAt < (this.#forgottenAt.get(preview.connectionId) ?? -Infinity)) return;
    const transaction = this.#database.transaction('previews', 'readwrite');
    for (const stored of await transaction.store.getAll()) {
      const { data } = z.safeParse(z.object({ id: z.string(), readAt: z.number() }), stored);
      if (data && data.readAt <= this.#now() - maxAge) await transaction.store.delete(data.id);
    }
    await transaction.store.put(preview);
    await transaction.done;
  }

  /** After a change of tags, or a sign-out: what was read is not so any more. */
  async forget(connectionId: string): Promise<void> {
    this.#forgottenAt.set(connectionId, this.#now());
    const transaction = this.#database.transaction('previews', 'readwrite');
    for (const stored of await transaction.store.getAll()) {
      const { data } = z.safeParse(z.object({ id: z.string(), connectionId: z.string() }), stored);
      if (data?.connectionId === connectionId) await transaction.store.delete(data.id);
    }
    await transaction.done;
  }
}

/** Five minutes, in milliseconds: longer, and others may have changed the tags meanwhile. */
export const maxAge = 5 * 60_000;
