import * as z from 'zod/mini';
import type { Database } from '@/lib/database';
import { learntSchema, type Learnt, type Lessons } from './learnt';

/** What was learnt of each connection, in IndexedDB; read once and then kept at hand. */
export class LearntStore {
  readonly #database: Database;
  readonly #known = new Map<string, Promise<Learnt>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The lessons of a connection. A note that cannot be stored is learnt again the next time. */
  async lessonsOf(connectionId: string): Promise<Lessons> {
    const reading = this.#known.get(connectionId) ?? this.#read(connectionId);
    this.#known.set(connectionId, reading);
    const known = await reading;
    return {
      known,
      learn: (lesson) => {
        Object.assign(known, lesson);
        // What was forgotten meanwhile does not come back by a call that was still under way.
        if (this.#known.get(connectionId) !== reading) return;
        void this.#database.put('learnt', { ...known }).catch(() => undefined);
      },
    };
  }

  /** Another sign-in may have other permissions, and another edition other limits. */
  async forget(connectionId: string): Promise<void> {
    this.#known.delete(connectionId);
    await this.#database.delete('learnt', connectionId);
  }

  async #read(connectionId: string): Promise<Learnt> {
    const stored = z.safeParse(learntSchema, await this.#database.get('learnt', connectionId));
    return stored.data ?? { connectionId };
  }
}
