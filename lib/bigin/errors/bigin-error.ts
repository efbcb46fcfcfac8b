/** Credits that the dearest call costs: a change of 500 records (source: api-limits documentation). */
const dearestCall = 10;

/**
 * Bigin answered, and the answer is an error of the whole call:
 * `{"code","details","message","status":"error"}`, or a gateway's page without a code.
 */
export class BiginError extends Error {
  override readonly name = 'BiginError';
  /** Bigin's code, such as `NO_PERMISSION`; empty where a gateway answered. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Milliseconds that `Retry-After` asks to wait, where the answer had one. */
  readonly retryAfter: number | undefined;
  /** The least scope that the call needed, where it is known. */
  readonly scope: string | undefined;
  /** The organization's credits of the last 24 hours are used up: trying again at once is in vain. */
  readonly creditsSpent: boolean;

  constructor(answer: {
    code: string;
    status: number;
    scope?: string | undefined;
    retryAfter?: number | undefined;
    creditsLeft?: number | undefined;
  }) {
    super(`Bigin answered ${answer.status} ${answer.code}`);
    this.code = answer.code;
    this.status = answer.status;
    this.retryAfter = answer.retryAfter;
    this.scope = answer.scope;
    this.creditsSpent = answer.status === 429 && (answer.creditsLeft ?? dearestCall) < dearestCall;
  }
}
