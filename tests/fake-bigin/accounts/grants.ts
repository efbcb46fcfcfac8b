import { randomBytes } from 'node:crypto';
import type { Behaviour } from '../behaviour';
import type { Clock } from '../clock';

/** What a user has allowed a client in one organization. */
export interface Grant {
  email: string;
  clientId: string;
  zgid: string;
  scopes: string[];
  /** Given for the whole session: a client-based app may renew its token silently. */
  forSession: boolean;
}

export interface AccessToken {
  token: string;
  grant: Grant;
  scopes: string[];
  expiresAt: number;
  refreshToken: string | null;
}

export interface RefreshToken {
  token: string;
  grant: Grant;
  scopes: string[];
  /** When it yielded access tokens. */
  uses: number[];
}

export interface AuthorizationCode {
  grant: Grant;
  scopes: string[];
  redirectUri: string;
  /** PKCE, S256. */
  challenge: string | null;
  offline: boolean;
  expiresAt: number;
}

/** What was granted and given out at some time. */
export interface KeptGrants {
  secrets: string[];
  grants: Grant[];
  refreshTokens: RefreshToken[];
  accessTokens: Map<string, AccessToken>;
}

const codeLifetime = 120_000;
const tenMinutes = 600_000;
const liveRefreshTokens = 20;

const newToken = () => `1000.${randomBytes(16).toString('hex')}.${randomBytes(16).toString('hex')}`;

/** Grants, and the codes and tokens they gave rise to. */
export class Grants {
  /** Every code and token that was ever given out: what must not be found where it does not belong. */
  readonly secrets: string[] = [];
  private grants: Grant[] = [];
  private codes = new Map<string, AuthorizationCode>();
  private refreshTokens: RefreshToken[] = [];
  private accessTokens = new Map<string, AccessToken>();

  constructor(
    private readonly clock: Clock,
    private readonly behaviour: Behaviour,
  ) {}

  private newSecret(): string {
    const secret = newToken();
    this.secrets.push(secret);
    return secret;
  }

  reset(): void {
    this.secrets.length = 0;
    this.grants = [];
    this.codes.clear();
    this.refreshTokens = [];
    this.accessTokens.clear();
  }

  keep(): KeptGrants {
    const { secrets, grants, refreshTokens, accessTokens } = this;
    return structuredClone({ secrets, grants, refreshTokens, accessTokens });
  }

  /** As it was when it was kept. */
  restore(kept: KeptGrants): void {
    this.reset();
    const { secrets, grants, refreshTokens, accessTokens } = structuredClone(kept);
    this.secrets.push(...secrets);
    this.grants = grants;
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
  }

  /** The newest grant of this user to this client that covers the scopes. */
  find(email: string, clientId: string, scopes: readonly string[]): Grant | undefined {
    return this.of(email, clientId).findLast((grant) =>
      scopes.every((scope) => grant.scopes.includes(scope)),
    );
  }

  of(email: string, clientId: string): Grant[] {
    return this.grants.filter((grant) => grant.email === email && grant.clientId === clientId);
  }

  allow(allowed: Grant): Grant {
    const earlier = this.grants.find(
      ({ email, clientId, zgid }) =>
        email === allowed.email && clientId === allowed.clientId && zgid === allowed.zgid,
    );
    const grant = earlier ?? { ...allowed, scopes: [] };
    grant.scopes = [...new Set([...grant.scopes, ...allowed.scopes])];
    grant.forSession = allowed.forSession;
    this.grants = [...this.grants.filter((each) => each !== grant), grant];
    return grant;
  }

  issueCode(code: Omit<AuthorizationCode, 'expiresAt'>): string {
    const text = this.newSecret();
    this.codes.set(text, { ...code, expiresAt: this.clock.now() + codeLifetime });
    return text;
  }

  /** Gives a code once; after that, or after two minutes, it is unknown. */
  takeCode(text: string): AuthorizationCode | undefined {
    const code = this.codes.get(text);
    this.codes.delete(text);
    return code && code.expiresAt > this.clock.now() ? code : undefined;
  }

  issueAccessToken(
    grant: Grant,
    scopes: string[],
    refreshToken: string | null = null,
    seconds = this.behaviour.limits.accessTokenSeconds,
  ): AccessToken {
    const expiresAt = this.clock.now() + seconds * 1000;
    const issued = { token: this.newSecret(), grant, scopes, expiresAt, refreshToken };
    this.accessTokens.set(issued.token, issued);
    return issued;
  }

  issueRefreshToken(grant: Grant, scopes: string[]): RefreshToken {
    const issued: RefreshToken = { token: this.newSecret(), grant, scopes, uses: [] };
    this.refreshTokens.push(issued);
    const live = this.refreshTokens.filter(
      (each) => each.grant.email === grant.email && each.grant.clientId === grant.clientId,
    );
    for (const oldest of live.slice(0, -liveRefreshTokens)) this.drop(oldest);
    return issued;
  }

  refreshToken(text: string): RefreshToken | undefined {
    return this.refreshTokens.find((each) => each.token === text);
  }

  /** Counts a use of the refresh token; false when it was used too often of late. */
  useRefreshToken(refreshToken: RefreshToken): boolean {
    const now = this.clock.now();
    refreshToken.uses = refreshToken.uses.filter((at) => at > now - tenMinutes);
    if (refreshToken.uses.length >= this.behaviour.limits.tokensPerTenMinutes) return false;
    refreshToken.uses.push(now);
    return true;
  }

  accessToken(text: string): AccessToken | undefined {
    const found = this.accessTokens.get(text);
    return found && found.expiresAt > this.clock.now() ? found : undefined;
  }

  /** Revokes a refresh token with its access tokens, or one access token; false when there is none such. */
  revokeToken(text: string): boolean {
    const refreshToken = this.refreshToken(text);
    if (!refreshToken) return this.accessTokens.delete(text);
    this.drop(refreshToken);
    return true;
  }

  /** As when a user takes the permission back in the account's settings. */
  revokeGrant(zgid: string, email?: string): void {
    const hit = (grant: Grant) => grant.zgid === zgid && (email === undefined || grant.email === email);
    this.grants = this.grants.filter((grant) => !hit(grant));
    this.refreshTokens = this.refreshTokens.filter(({ grant }) => !hit(grant));
    for (const [text, { grant }] of this.accessTokens) if (hit(grant)) this.accessTokens.delete(text);
    for (const [text, { grant }] of this.codes) if (hit(grant)) this.codes.delete(text);
  }

  private drop(refreshToken: RefreshToken): void {
    this.refreshTokens = this.refreshTokens.filter((each) => each !== refreshToken);
    for (const [text, access] of this.accessTokens) {
      if (access.refreshToken === refreshToken.token) this.accessTokens.delete(text);
    }
  }
}
