import * as z from '@/lib/zod';
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
        void this.#write((learnt) => learnt.put({ ...known })).catch(() => undefined);
      },
    };
  }

  /** Another sign-in may have other permissions, and another edition other limits. */
  async forget(connectionId: string): Promise<void> {
    const known = await this.#known.get(connectionId);
    // Those who have the lessons at hand begin anew, too.
    const { connectionId: _, ...lessons } = known ?? {};
    for (const name of Object.keys(lessons) as (keyof typeof lessons)[]) delete known?.[name];
    await this.#write((learnt) => learnt.delete(connectionId));
  }

  async #read(connectionId: string): Promise<Learnt> {
    const stored = z.safeParse(learntSchema, await this.#database.get('learnt', connectionId));
    return stored.data ?? { connectionId };
  }

  #write(change: (learnt: IDBObjectStore) => IDBRequest): Promise<unknown> {
    return this.#database.write('learnt', (transaction) => change(transaction.objectStore('learnt')));
  }
}
