import type { ServiceName } from './services';

export interface LoggedRequest {
  /** Counts all requests since the start; goes on when the log is cleared. */
  number: number;
  /** The fake's time at its start. */
  at: number;
  service: ServiceName;
  method: string;
  host: string;
  path: string;
  /** Decoded; what is secret is masked. */
  query: Record<string, string>;
  /** The org whose token came with an API request. */
  zgid: string | null;
  /** Null while under way, and for good when the connection was cut. */
  status: number | null;
  /** Requests under way at its start, itself included: of the same org (API) or of the service. */
  concurrency: number;
}

const secretParameters = new Set([
  'token',
  'refresh_token',
  'access_token',
  'code',
  'client_secret',
  'code_verifier',
  'ticket',
]);

export function loggableQuery(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...parameters].map(([name, value]) => [name, secretParameters.has(name) ? '***' : value]),
  );
}
