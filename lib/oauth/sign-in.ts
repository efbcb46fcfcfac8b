import type { DataCenterId } from '@/lib/bigin/data-centers';
import { ProblemError } from '@/lib/problem';
import { connect } from './connect';
import type { Connection } from './connection';

interface Page {
  dataCenter: DataCenterId;
  org: string;
}

/**
 * The worker's one sign-in at a time: whoever asks while a consent window is open waits for that one, so two
 * flows never fight.
 */
export class SignIn {
  #running: Promise<Connection> | undefined;

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Connects an organization. Where a page asks, it must turn out to be that page's: a connection of another
   * one is kept, since the user did authorize it, and `otherOrg` is thrown.
   */
  async connect(page?: Page): Promise<Connection> {
    this.#running ??= connect(page?.dataCenter).finally(() => {
      this.#running = undefined;
    });
    const connection = await this.#running;
    if (page && (connection.org !== page.org || connection.dataCenter !== page.dataCenter)) {
      throw new ProblemError('otherOrg', { connected: connection.orgName, wanted: page.org });
    }
    return connection;
  }
}
