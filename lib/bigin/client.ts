import * as z from '@/lib/zod';
import { limitedText } from '@/lib/limited-text';
import { BiginError } from './errors/bigin-error';
import { NetworkError } from './errors/network-error';
import { NotSentError } from './errors/not-sent-error';
import { UnreadableAnswerError } from './errors/unreadable-answer-error';

/** Milliseconds after which a call without an answer is given up. */
const timeout = 60_000;

export interface BiginRequest {
  method: 'GET' | 'POST';
  /** The least scope that the call needs. */
  scope: string;
  /** Path below `/bigin/v2/`. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Aborted when the answer is not waited for any longer. */
  signal?: AbortSignal;
  /** Told when an answer is there that is no error; it is still to be understood. */
  onArrived?: (() => void) | undefined;
  /** Aborted when nothing more is to be sent: the call is not made again with a renewed token. */
  stop?: AbortSignal;
}

export interface BiginClientOptions {
  /** Origin of the API, from the table of data centers. */
  apiDomain: string;
  /** A valid access token; with `rejected`, a newer one than that, which Bigin just refused. */
  accessToken: (rejected?: string) => Promise<string>;
  /** Told of a renewed token that Bigin refuses too: only the user can help then. */
  onRefused?: (token: string) => Promise<void>;
  /** Told of a scope for want of which Bigin refused a call. */
  onScopeMissing?: (scope: string) => Promise<void>;
  fetch?: typeof fetch;
}

/**
 * Calls Bigin's REST API v2 for one connection. Each answer is parsed with the schema given; what does not
 * fit, any error of the whole call, and a missing answer are thrown as classes of `errors/`.
 */
export class BiginClient {
  readonly #apiDomain: string;
  readonly #accessToken: BiginClientOptions['accessToken'];
  readonly #onRefused: BiginClientOptions['onRefused'];
  readonly #onScopeMissing: BiginClientOptions['onScopeMissing'];
  readonly #fetch: typeof fetch;
  #creditsLeft: number | undefined;

  constructor({
    apiDomain,
    accessToken,
    onRefused,
    onScopeMissing,
    fetch = globalThis.fetch.bind(globalThis),
  }: BiginClientOptions) {
    this.#apiDomain = apiDomain;
    this.#accessToken = accessToken;
    this.#onRefused = onRefused;
    this.#onScopeMissing = onScopeMissing;
    this.#fetch = fetch;
  }

  /** Credits that the organization has left of the last 24 hours, as Bigin's last answer told; it need not tell. */
  get creditsLeft(): number | undefined {
    return this.#creditsLeft;
  }

  /**
   * The parsed body, or `undefined` where Bigin found nothing (204).
   * A token that Bigin calls invalid is renewed once; the refused call had no effect.
   */
  async request<T>(request: BiginRequest, schema: z.Schema<T>): Promise<T | undefined> {
    const token = await this.#accessToken();
    // Renewing the token may have taken a while.
    if (request.stop?.aborted) throw new NotSentError();
    let refusal: unknown;
    try {
      return await this.#send(request, schema, token);
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      refusal = error;
    }
    const renewed = await this.#accessToken(token);
    if (request.stop?.aborted) throw refusal;
    try {
      return await this.#send(request, schema, renewed);
    } catch (error) {
      if (isTokenRefused(error)) await this.#onRefused?.(renewed);
      throw error;
    }
  }

  async #send<T>(request: BiginRequest, schema: z.Schema<T>, token: string): Promise<T | undefined> {
    const { status, headers, text } = await this.#exchange(request, token);
    this.#creditsLeft = creditsLeft(headers) ?? this.#creditsLeft;
    if (status < 400) request.onArrived?.();
    if (status === 204) return undefined;
    const body = parseJson(text);
    // Errors of single records come with any status, so the expected shape counts before the status does.
    const parsed = z.safeParse(schema, body);
    if (parsed.success) return parsed.data;
    if (status < 400) throw new UnreadableAnswerError(status);
    const { data: error } = z.safeParse(errorSchema, body);
    if (error?.code === 'OAUTH_SCOPE_MISMATCH') await this.#onScopeMissing?.(request.scope);
    throw new BiginError({
      code: error?.code.slice(0, longestCode) ?? '',
      scope: request.scope,
      status,
      retryAfter: retryAfter(headers),
      creditsLeft: creditsLeft(headers),
    });
  }

  async #exchange({ method, path, query, body, signal }: BiginRequest, token: string) {
    const url = requestUrl(this.#apiDomain, path, query);
    const headers: Record<string, string> = { Authorization: `Zoho-oauthtoken ${token}` };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const limit = AbortSignal.timeout(timeout);
    try {
      const response = await this.#fetch(url, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      return { status: response.status, headers: response.headers, text: await limitedText(response) };
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new NetworkError();
    }
  }
}

/** Codes seen where the token itself is refused (source: answers of the live service). */
function isTokenRefused(error: unknown): boolean {
  return error instanceof BiginError && ['INVALID_TOKEN', 'AUTHENTICATION_FAILURE'].includes(error.code);
}

/** The URL that a request goes to. Names and ids are percent-encoded; commas in them separate. */
export function requestUrl(apiDomain: string, path: string, query: Record<string, string> = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeQueryValue(value)}`);
  return `${apiDomain}/bigin/v2/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** Commas stay as they are: they are Bigin's separators and cost three bytes each when encoded. */
function encodeQueryValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',');
}

const errorSchema = z.object({ code: z.string() });

/** A code is a few words, and goes into a sentence. */
const longestCode = 100;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Credits come back within a day: no answer may ask for a longer wait. In milliseconds. */
const longestRetryAfter = 86_400_000;

/** `Retry-After` in milliseconds: seconds, or a date. Whether Bigin sends it is unknown. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  if (!value) return undefined;
  const seconds = Number(value);
  const asked = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(asked) ? undefined : Math.min(longestRetryAfter, Math.max(0, asked));
}

/** Credits that are left, where the answer says so (source: the CRM API's `X-API-CREDITS-REMAINING`). */
function creditsLeft(headers: Headers): number | undefined {
  const value = headers.get('X-API-CREDITS-REMAINING')?.trim();
  return value && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
