export type StoreName = 'previews' | 'jobs' | 'batches' | 'tallies' | 'learnt';

export type Stores = StoreName | readonly StoreName[];

/** What is done in a transaction, which ends as soon as it is asked for nothing more: nothing else is waited for. */
export type Act<T> = (transaction: IDBTransaction) => T | Promise<T>;

/** IndexedDB, by promises: what outlives the worker. Values are parsed by those who read them. */
export class Database {
  readonly connection: IDBDatabase;

  constructor(connection: IDBDatabase) {
    this.connection = connection;
  }

  get(store: StoreName, key: IDBValidKey): Promise<unknown> {
    return this.read(store, (transaction) => resultOf(transaction.objectStore(store).get(key)));
  }

  getAll(store: StoreName, keys?: IDBKeyRange): Promise<unknown[]> {
    return this.read(store, (transaction) => resultOf(transaction.objectStore(store).getAll(keys)));
  }

  /** All that is read belongs to one moment. */
  async read<T>(stores: Stores, act: Act<T>): Promise<T> {
    return act(this.connection.transaction(stores));
  }

  /**
   * Resolves once all of it is stored; where a request fails or the act throws, none of it is. Browsers keep what is
   * stored in memory for a while, and a power cut loses it, unless `options` ask for more durability.
   */
  async write<T>(stores: Stores, act: Act<T>, options?: IDBTransactionOptions): Promise<T> {
    const transaction = this.connection.transaction(stores, 'readwrite', options);
    const stored = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    const acted = (async () => act(transaction))();
    acted.catch(() => abort(transaction));
    const [result] = await Promise.all([acted, stored]);
    return result;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/** What a request comes to. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
