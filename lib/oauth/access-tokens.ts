import { readOrg } from '@/lib/bigin/endpoints/org';
import { explain } from '@/lib/bigin/errors/explain';
import { ProblemError } from '@/lib/problem';
import { clientWithToken } from './client-with-token';
import { isLasting, type Connection } from './connection';
import { findConnection, readAccessToken, updateConnection, type AccessToken } from './connection-store';
import { flowOf, type Tokens } from './flows/flow';
import { redirectUri } from './redirect-uri';
import { endRenewalPause, isRenewalPaused, pauseRenewal } from './renewal-pause';

/** Milliseconds before its end at which a token is renewed. */
const margin = 60_000;

/** What time, or a permission of the browser's, may mend; anything else ends the grant. */
const temporary = new Set([
  'networkDown',
  'accessMissing',
  'tokensExhausted',
  'signInFailed',
  'signInBusy',
  'serverUntrusted',
  'serverError',
  'tooManyRequests',
  'creditsSpent',
  'answerUnreadable',
]);

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
    // One that began before the token was refused may come to no other.
    if (running)
      return running.then((token) => (token === rejected ? this.get(connectionId, rejected) : token));
    const renewal = this.#renew(connectionId, usable).finally(() => this.#renewals.delete(connectionId));
    this.#renewals.set(connectionId, renewal);
    return renewal;
  }

  /** Bigin refuses even this renewed token of the connection: the user must sign in again. */
  async refused(connectionId: string, token: string): Promise<void> {
    const connection = await findConnection(connectionId);
    const isCurrent = (await readAccessToken(connectionId))?.token === token;
    if (connection && isCurrent) await updateConnection(connection, { signInNeeded: true });
  }

  /** A token that is near its end serves on where a new one cannot be had (just now, or at all). */
  async #renew(connectionId: string, nearItsEnd: AccessToken | undefined): Promise<string> {
    const connection = await findConnection(connectionId);
    if (!connection) throw new ProblemError('noConnection');
    if (connection.signInNeeded) throw signInNeeded(connection);
    const current = nearItsEnd && nearItsEnd.expiresAt > Date.now() ? nearItsEnd.token : undefined;
    if (current && !isLasting(connection)) return current;
    try {
      return await this.#renewed(connection);
    } catch (error) {
      if (current && isTemporary(error)) return current;
      throw error;
    }
  }

  async #renewed(connection: Connection): Promise<string> {
    try {
      const { accessToken, expiresIn } = await this.#askForTokens(connection);
      if (connection.client.type === 'implicit') await requireOrg(connection, accessToken);
      const now = Date.now();
      const token = { token: accessToken, expiresAt: now + expiresIn * 1000 };
      await updateConnection(connection, { renewedAt: now }, token);
      return accessToken;
    } catch (error) {
      if (!(error instanceof ProblemError) || isTemporary(error)) throw error;
      await updateConnection(connection, { signInNeeded: true });
      throw error.problem.code === 'otherOrgRenewed' ? error : signInNeeded(connection);
    }
  }

  async #askForTokens(connection: Connection): Promise<Tokens> {
    const { id, dataCenter, client, refreshToken } = connection;
    if (await isRenewalPaused(id)) throw new ProblemError('tokensExhausted');
    try {
      const uri = connection.redirectUri ?? redirectUri('extension');
      const tokens = await flowOf(client).renew({ dataCenter, client, refreshToken, redirectUri: uri });
      await endRenewalPause(id);
      return tokens;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'tokensExhausted') await pauseRenewal(id);
      throw error;
    }
  }
}

/**
 * A silent renewal is for whichever organization (and user) the browser is signed in for at Zoho by then: a
 * token of another one is dropped before anything is sent with it.
 */
async function requireOrg({ dataCenter, org, orgName }: Connection, accessToken: string): Promise<void> {
  const { domain, name } = await readOrg(clientWithToken(dataCenter, accessToken)).catch((error: unknown) => {
    const { code, values } = explain(error);
    throw new ProblemError(code, values);
  });
  if (domain !== org) throw new ProblemError('otherOrgRenewed', { renewed: name, org: orgName });
}

function isTemporary(error: unknown): boolean {
  return error instanceof ProblemError && temporary.has(error.problem.code);
}

function signInNeeded({ orgName }: Connection): ProblemError {
  return new ProblemError('signInNeeded', { org: orgName });
}
