import type { Database } from '@/lib/database';
import type { VirtualTime } from '../../support/virtual-time';
import type { Life } from './life';

interface MortalOptions {
  life: Life;
  time: VirtualTime;
  crash: WriteCrash | undefined;
  onWrite: () => void;
}

interface WriteCrash {
  /** Which write of the worker, counted from one. */
  write: number;
  side: 'before' | 'after';
}

/**
 * A database as one worker has it. What is asked of it takes no time. The worker's life ends just before or just
 * after the given write is stored; what is not stored by then never is.
 */
export function mortalDatabase(database: Database, { life, time, crash, onWrite }: MortalOptions): Database {
  const open = new Set<Write>();
  let count = 0;
  let isEnding = false;

  const shield = (value: unknown): unknown => {
    if (value instanceof Promise) return life.lasting(time.busy(() => value as Promise<unknown>));
    return isInterface(value) ? shielded(value) : value;
  };
  const shielded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return shield(value);
        return (...args: unknown[]) => {
          const call = () => Reflect.apply(value, target, args) as unknown;
          if (life.isOver) return nothing;
          return isWrite(target, name, args) ? write(call) : shield(call());
        };
      },
    });

  const write = (begin: () => unknown): unknown => {
    if (isEnding) return nothing;
    count++;
    onWrite();
    if (count !== crash?.write) return shield(track(begin()));
    isEnding = true;
    if (crash.side === 'after') return shield(track(begin(), end));
    // Those that were begun earlier are stored earlier.
    void Promise.allSettled([...open].map(({ stored }) => stored)).then(end);
    return nothing;
  };
  const track = (begun: unknown, then = () => {}): unknown => {
    const transaction = begun instanceof IDBTransaction ? (begun as unknown as Transaction) : undefined;
    const entry = { transaction, stored: transaction?.done ?? (begun as Promise<unknown>) };
    open.add(entry);
    const settle = () => {
      open.delete(entry);
      then();
    };
    entry.stored.then(settle, settle);
    return begun;
  };
  const end = () => {
    life.end();
    for (const { transaction } of open) transaction?.abort();
  };

  return shielded(database);
}

interface Transaction {
  done: Promise<unknown>;
  abort: () => void;
}

interface Write {
  /** None for a write that is all of its transaction. */
  transaction: Transaction | undefined;
  stored: Promise<unknown>;
}

function isWrite(target: object, name: PropertyKey, args: unknown[]): boolean {
  if (!(target instanceof IDBDatabase)) return false;
  return name === 'put' || name === 'delete' || (name === 'transaction' && args[1] === 'readwrite');
}

function isInterface(value: unknown): value is object {
  return [IDBTransaction, IDBObjectStore, IDBIndex].some((type) => value instanceof type);
}

/** Takes any use, and comes to nothing; to wait for it is to wait for ever. */
const nothing: unknown = new Proxy(() => {}, {
  get: (_, name) => (name === 'then' ? () => {} : nothing),
  apply: () => nothing,
});
