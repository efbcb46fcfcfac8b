import type { AccessToken } from '../accounts/grants';
import type { Fault } from '../behaviour';
import type { Parts } from '../parts';
import { isModuleName, modules, type ModuleSpec } from '../world/modules';
import type { Org } from '../world/types';
import { requireScope } from './authorization';
import { ApiError } from './error';

type RecordsFault = Extract<Fault['what'], { kind: 'records' }>;

/** One authorized request, and what an endpoint may ask of it. */
export interface Call {
  parts: Parts;
  org: Org;
  token: AccessToken;
  query: URLSearchParams;
  /** Parts of the path, by the names that the endpoint's path gives them. */
  path: Record<string, string>;
  bodyText: string;
  /** Which request of the log it is. */
  requestNumber: number;
  fault: CallFault;
}

/** What goes wrong within a call. */
export interface CallFault {
  failingRecords: RecordsFault | null;
  /** The connection is cut when half of the records are changed. */
  isCutMidway: boolean;
}

export interface Endpoint {
  method: 'GET' | 'POST';
  /** In Hono's form, below `/bigin/v2`. */
  path: string;
  handle: (call: Call) => Answer;
}

/** A JSON body with its status, or 204. */
export type Answer = { status: number; body: object } | 'nothing';

export const ok = (body: object): Answer => ({ status: 200, body });

/** The module a call is about, once the token's scope and the user's permission are checked. */
export function requireModule(
  { org, token }: Call,
  name: string,
  operations: readonly string[],
  denied: string,
): ModuleSpec {
  if (!isModuleName(name)) {
    throw new ApiError(400, 'INVALID_MODULE', 'The module name given seems to be invalid');
  }
  const spec = modules[name];
  requireScope(token, `modules.${spec.scopeWord}`, operations);
  if (org.forbiddenModules.has(name)) throw new ApiError(403, 'NO_PERMISSION', denied);
  return spec;
}

export const requireReadable = (call: Call, name: string) =>
  requireModule(call, name, ['READ'], 'permission denied to read records');

/** Takes credits from the org's last 24 hours, or refuses the call. */
export function charge({ parts, org }: Call, credits: number): void {
  if (parts.credits.spent(org.zgid) + credits > parts.behaviour.limits.creditsPerDay) {
    throw tooMany(
      'You have used all the API credits of your organization for 24 hours',
      parts.behaviour.unknowns.retryAfter,
    );
  }
  parts.credits.spend(org.zgid, credits);
}

export function tooMany(message: string, retryAfter: number | null): ApiError {
  const headers = retryAfter === null ? undefined : { 'retry-after': String(retryAfter) };
  return new ApiError(429, 'TOO_MANY_REQUESTS', message, {}, headers);
}

/** Ids separated by commas, each once. */
export const idList = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  ),
];

export function jsonBody({ bodyText }: Call): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(bodyText);
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // Not JSON: refused below.
  }
  throw new ApiError(400, 'INVALID_DATA', 'body is not in proper JSON format');
}
