import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { NetworkError } from '@/lib/bigin/errors/network-error';
import { UnreadableAnswerError } from '@/lib/bigin/errors/unreadable-answer-error';
import { ProblemError } from '@/lib/problem';
import { longestStay, type CallPace, type PacedCall } from './call-pace';
import type { Clock } from './clock';

/** How often a call is made before its error is final. */
const attempts = 4;

/** First pause between two attempts, in milliseconds; each further one may be twice as long. */
const firstPause = 500;

export interface Retrying {
  clock: Clock;
  pace: Pick<CallPace, 'run'>;
  /** Which errors another attempt may mend. */
  mayPass: (error: unknown) => boolean;
  /** Nobody waits for the call any more: it is not made again. */
  signal?: AbortSignal | undefined;
}

/**
 * Makes a call when its turn comes, and again where it may succeed later. Pauses are drawn at random up to a
 * length that doubles (full jitter), so that clients do not come back together; `Retry-After` is obeyed, and one
 * that is longer than calls should stay for is thrown.
 * Only for calls that may be repeated: adding or removing the same tags twice changes nothing more.
 */
export async function withRetries<T>(
  call: PacedCall<T>,
  { clock, pace, mayPass, signal }: Retrying,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pace.run(call);
    } catch (error) {
      if (attempt === attempts || !mayPass(error) || signal?.aborted) throw error;
      const asked = error instanceof BiginError ? error.retryAfter : undefined;
      if (asked !== undefined && asked > longestStay) throw error;
      await clock.sleep(asked ?? firstPause * 2 ** (attempt - 1) * clock.random(), signal);
      if (signal?.aborted) throw error;
    }
  }
}

/** A change is made again also where its answer could not be read. */
export function changeMayPass(error: unknown): boolean {
  return error instanceof UnreadableAnswerError || readMayPass(error);
}

/** A reading that cannot be read is left to another way of reading. */
export function readMayPass(error: unknown): boolean {
  if (error instanceof ProblemError) return error.problem.code === 'networkDown';
  return error instanceof NetworkError || isBusy(error);
}

/** Bigin answered that it cannot just now. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof BiginError) || error.creditsSpent) return false;
  return error.status === 429 || error.status >= 500;
}
