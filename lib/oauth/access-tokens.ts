import { ProblemError } from '@/lib/problem';
import type { Connection } from './connection';
import { findConnection, readAccessToken, saveAccessToken, saveConnection } from './connection-store';
import { renewImplicit } from './implicit';
import { refresh, type Tokens } from './token-endpoint';

/** Milliseconds before its end at which a token is renewed. */
const margin = 60_000;

/**
 * Access tokens of connections, renewed ahead of their end or when Bigin refused one. There is one renewal
 * at a time for all who wait, since Zoho gives about ten tokens in ten minutes.
 */
export class AccessTokens {
  readonly #renewals = new Map<string, Promise<string>>();

  /**
   * A token for the connection, newer than `rejected` where Bigin refused that one.
   * Throws `signInNeeded` where only the user can help.
   */
  async get(connectionId: string, rejected?: string): Promise<string> {
    const stored = await readAccessToken(connectionId);
    if (stored && stored.token !== rejected && stored.expiresAt - margin > Date.now()) return stored.token;
    const running = this.#renewals.get(connectionId);
    if (running) return running;
    const renewal = this.#renew(connectionId).finally(() => this.#renewals.delete(connectionId));
    this.#renewals.set(connectionId, renewal);
    return renewal;
  }

  async #renew(connectionId: string): Promise<string> {
    const connection = await findConnection(connectionId);
    if (!connection) throw new ProblemError('noConnection');
    if (connection.signInNeeded) throw signInNeeded(connection);
    try {
      const { accessToken, expiresIn } = await renewedTokens(connection);
      const expiresAt = Date.now() + expiresIn * 1000;
      if (await findConnection(connectionId))
        await saveAccessToken(connectionId, { token: accessToken, expiresAt });
      return accessToken;
    } catch (error) {
      if (!(error instanceof ProblemError) || temporary.has(error.problem.code)) throw error;
      // A connection that the user removed meanwhile stays removed, and its token unkept.
      if (await findConnection(connectionId)) await saveConnection({ ...connection, signInNeeded: true });
      throw signInNeeded(connection);
    }
  }
}

/** What time may mend; anything else ends the grant. */
const temporary = new Set(['networkDown', 'tokensExhausted', 'signInFailed', 'serverUntrusted']);

async function renewedTokens({ dataCenter, client, refreshToken }: Connection): Promise<Tokens> {
  if (refreshToken) return refresh(dataCenter, client, refreshToken);
  if (client.type === 'implicit') return renewImplicit(dataCenter, client);
  throw new ProblemError('renewalFailed');
}

function signInNeeded({ orgName }: Connection): ProblemError {
  return new ProblemError('signInNeeded', { org: orgName });
}
