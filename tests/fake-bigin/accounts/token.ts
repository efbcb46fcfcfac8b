import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { Parts } from '../parts';
import { dataCenterOf } from '../world/data-centers';
import type { Client } from '../world/types';
import type { AccessToken, Grant } from './grants';

/** `/oauth/v2/token`. Its errors come with HTTP 200: only the body tells them from a success. */
export function tokenRoutes(app: Hono, parts: Parts): void {
  app.post('/oauth/v2/token', async (c) => {
    c.header('server', 'ZGS');
    c.header('cache-control', 'no-store');
    const { host, searchParams } = new URL(c.req.url);
    const parameters = new URLSearchParams([...searchParams, ...new URLSearchParams(await c.req.text())]);
    return c.json(answer(parameters, host));
  });

  function answer(parameters: URLSearchParams, host: string): object {
    const client = parts.world.client(parameters.get('client_id') ?? '', host);
    if (!client || client.type === 'implicit') return { error: 'invalid_client' };
    if (!secretFits(client, parameters.get('client_secret'))) return { error: 'invalid_client_secret' };
    const grantType = parameters.get('grant_type');
    if (grantType === 'authorization_code') return exchangeCode(client, parameters, host);
    if (grantType === 'refresh_token') return refresh(client, parameters, host);
    return { error: 'unsupported_grant_type' };
  }

  function exchangeCode(client: Client, parameters: URLSearchParams, host: string): object {
    const { grants, behaviour } = parts;
    const code = grants.takeCode(parameters.get('code') ?? '');
    if (!code || code.grant.clientId !== client.id || !isHome(code.grant, host)) {
      return { error: 'invalid_code' };
    }
    if (parameters.get('redirect_uri') !== code.redirectUri) return { error: 'invalid_redirect_uri' };
    // A public client has nothing but PKCE to prove that it is the one that asked.
    if (code.challenge === null && client.type === 'public') return { error: 'invalid_client' };
    if (code.challenge !== null && challengeOf(parameters.get('code_verifier')) !== code.challenge) {
      return { error: 'invalid_code' };
    }
    if (!code.offline || behaviour.unknowns.refreshToken === 'withheld') {
      return describe(grants.issueAccessToken(code.grant, code.scopes));
    }
    const refreshToken = grants.issueRefreshToken(code.grant, code.scopes).token;
    return {
      refresh_token: refreshToken,
      ...describe(grants.issueAccessToken(code.grant, code.scopes, refreshToken)),
    };
  }

  function refresh(client: Client, parameters: URLSearchParams, host: string): object {
    const { grants } = parts;
    const found = grants.refreshToken(parameters.get('refresh_token') ?? '');
    if (!found || found.grant.clientId !== client.id || !isHome(found.grant, host)) {
      return { error: 'invalid_code' };
    }
    if (!grants.useRefreshToken(found)) {
      return {
        error: 'access_denied',
        error_description: 'You have made too many requests continuously. Please try again after some time.',
        status: 'failure',
      };
    }
    return describe(grants.issueAccessToken(found.grant, found.scopes, found.token));
  }

  function describe({ token, grant, scopes, expiresAt }: AccessToken): object {
    return {
      access_token: token,
      ...(parts.behaviour.unknowns.scopeInAnswer === 'given' && { scope: scopes.join(' ') }),
      api_domain: `https://${homeOf(grant).api}`,
      token_type: 'Bearer',
      expires_in: Math.round((expiresAt - parts.clock.now()) / 1000),
    };
  }

  /** The data center of the org, which its users share. */
  function homeOf({ zgid }: Grant) {
    const org = parts.world.org(zgid);
    if (!org) throw new Error(`a grant of an unknown org ${zgid}`);
    return dataCenterOf(org.dataCenter);
  }

  const isHome = (grant: Grant, host: string) => homeOf(grant).accounts === host;
}

const secretFits = (client: Client, secret: string | null) =>
  client.type !== 'server' || (client.secret !== undefined && secret === client.secret);

const challengeOf = (verifier: string | null) =>
  createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
