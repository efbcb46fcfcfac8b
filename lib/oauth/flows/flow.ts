import type { DataCenterId } from '@/lib/bigin/data-centers';
import type { OAuthClient } from '../client-settings';
import type { Redirect } from '../redirect';
import type { Asking, AuthorizationRequest } from './authorization-request';
import { codeFlow } from './code-flow';
import { implicitFlow } from './implicit-flow';

/** What Zoho gave. */
export interface Tokens {
  accessToken: string;
  refreshToken?: string;
  /** Seconds that the access token lives. */
  expiresIn: number;
  /** What was granted, where Zoho says so. */
  scopes?: string[];
}

/** What a renewal starts from. */
interface Renewal {
  dataCenter: DataCenterId;
  client: OAuthClient;
  refreshToken?: string | undefined;
  redirectUri: string;
}

/** How clients of one type get access, and keep it. Every failure is a `ProblemError`. */
export interface Flow {
  /** The request that opens the consent page. */
  ask(asking: Asking): Promise<AuthorizationRequest>;
  /** The tokens for what the redirect brought. */
  redeem(redirect: Redirect, request: AuthorizationRequest, client: OAuthClient): Promise<Tokens>;
  /** A new access token without asking the user; `renewalFailed` where only the user can help. */
  renew(renewal: Renewal): Promise<Tokens>;
}

/** Public and server-based clients differ by a secret only, which the token endpoint gets. */
const flows: Record<OAuthClient['type'], Flow> = {
  public: codeFlow,
  server: codeFlow,
  implicit: implicitFlow,
};

export function flowOf(client: OAuthClient): Flow {
  return flows[client.type];
}
