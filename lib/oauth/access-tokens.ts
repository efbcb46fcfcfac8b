import { ProblemError } from '@/lib/problem';
import { readOAuthSettings } from './client-settings';
import type { Connection } from './connection';
import {
  findConnection,
  readAccessToken,
  saveAccessToken,
  updateConnection,
  type AccessToken,
} from './connection-store';
import { flowOf, type Tokens } from './flows/flow';
import { redirectUri } from './redirect-uri';
import { endRenewalPause, isRenewalPaused, pauseRenewal } from './renewal-pause';

/** Milliseconds before its end at which a token is renewed. */
const margin = 60_000;

/** What time may mend; anything else ends the grant. */
const temporary = new Set(['networkDown', 'tokensExhausted', 'signInFailed', 'serverUntrusted']);

/**
 * Access tokens of connections, renewed ahead of their end or when Bigin refused one. Only the worker holds
 * one, and it makes one renewal at a time for all who wait, since Zoho gives about ten tokens in ten minutes.
 */
export class AccessTokens {
  readonly #renewals = new Map<string, Promise<string>>();

  /**
   * A token for the connection, newer than `rejected` where Bigin refused that one.
   * Throws `signInNeeded` where only the user can help.
   */
  async get(connectionId: string, rejected?: string): Promise<string> {
    const stored = await readAccessToken(connectionId);
    const usable = stored && stored.token !== rejected ? stored : undefined;
    if (usable && usable.expiresAt - margin > Date.now()) return usable.token;
    const running = this.#renewals.get(connectionId);
    if (running) return running;
    const renewal = this.#renew(connectionId, usable).finally(() => this.#renewals.delete(connectionId));
    this.#renewals.set(connectionId, renewal);
    return renewal;
  }

  /** Bigin refuses even renewed tokens of the connection: the user must sign in again. */
  async refused(connectionId: string): Promise<void> {
    await updateConnection(connectionId, { signInNeeded: true });
  }

  /** A token that is near its end serves on where a new one cannot be had just now. */
  async #renew(connectionId: string, nearItsEnd: AccessToken | undefined): Promise<string> {
    try {
      return await this.#renewed(connectionId);
    } catch (error) {
      if (nearItsEnd && nearItsEnd.expiresAt > Date.now() && isTemporary(error)) return nearItsEnd.token;
      throw error;
    }
  }

  async #renewed(connectionId: string): Promise<string> {
    const connection = await findConnection(connectionId);
    if (!connection) throw new ProblemError('noConnection');
    if (connection.signInNeeded) throw signInNeeded(connection);
    try {
      const { accessToken, expiresIn } = await this.#askForTokens(connection);
      const now = Date.now();
      // A connection that the user removed meanwhile stays removed, and its token unkept.
      if (await updateConnection(connectionId, { renewedAt: now })) {
        await saveAccessToken(connectionId, { token: accessToken, expiresAt: now + expiresIn * 1000 });
      }
      return accessToken;
    } catch (error) {
      if (!(error instanceof ProblemError) || isTemporary(error)) throw error;
      await updateConnection(connectionId, { signInNeeded: true });
      throw signInNeeded(connection);
    }
  }

  async #askForTokens({ id, dataCenter, client, refreshToken }: Connection): Promise<Tokens> {
    if (await isRenewalPaused(id)) throw new ProblemError('tokensExhausted');
    const { redirectForm } = await readOAuthSettings();
    try {
      const renewal = { dataCenter, client, refreshToken, redirectUri: redirectUri(redirectForm) };
      const tokens = await flowOf(client).renew(renewal);
      await endRenewalPause(id);
      return tokens;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'tokensExhausted') await pauseRenewal(id);
      throw error;
    }
  }
}

function isTemporary(error: unknown): boolean {
  return error instanceof ProblemError && temporary.has(error.problem.code);
}

function signInNeeded({ orgName }: Connection): ProblemError {
  return new ProblemError('signInNeeded', { org: orgName });
}
