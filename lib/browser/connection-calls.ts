import type { BiginClient } from '@/lib/bigin/client';
import type { DataCenterId } from '@/lib/bigin/data-centers';
import { CallPace } from '@/lib/calls/call-pace';
import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import type { LearntStore } from '@/lib/learnt/learnt-store';
import { onRunSettingsChanged, readRunSettings } from '@/lib/settings/run-settings';

export interface ConnectionName {
  dataCenter: DataCenterId;
  connectionId: string;
}

export interface ConnectionCallsOptions {
  learnt: LearntStore;
  clientOf: (connection: ConnectionName) => BiginClient;
  clock: Clock;
}

/**
 * What all calls of a connection share, made once for each: `of(connection)` answers its client, its one pace and
 * its lessons to everyone who asks, so that a preview and a job together stay within the calls at once that the
 * account takes. After a sign-in, which may have other permissions, and a disconnect, `relearn(connectionId)` drops
 * what was learnt; client and pace stay, since a job may be using them.
 */
export class ConnectionCalls {
  readonly #options: ConnectionCallsOptions;
  readonly #made = new Map<string, Promise<Calls>>();

  constructor(options: ConnectionCallsOptions) {
    this.#options = options;
    onRunSettingsChanged(({ concurrencyCeiling }) => {
      for (const calls of this.#made.values())
        void calls.then(({ pace }) => pace.limitTo(concurrencyCeiling));
    });
  }

  of(connection: ConnectionName): Promise<Calls> {
    const { connectionId } = connection;
    const known = this.#made.get(connectionId);
    if (known) return known;
    const making = this.#make(connection).catch((error: unknown) => {
      this.#made.delete(connectionId);
      throw error;
    });
    this.#made.set(connectionId, making);
    return making;
  }

  async relearn(connectionId: string): Promise<void> {
    await this.#options.learnt.forget(connectionId);
  }

  async #make(connection: ConnectionName): Promise<Calls> {
    const { learnt, clientOf, clock } = this.#options;
    const lessons = await learnt.lessonsOf(connection.connectionId);
    const { concurrencyStart: start, concurrencyCeiling: ceiling } = await readRunSettings();
    return { client: clientOf(connection), pace: new CallPace(clock, lessons, { start, ceiling }), lessons };
  }
}
