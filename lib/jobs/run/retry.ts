import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { NetworkError } from '@/lib/bigin/errors/network-error';
import { UnreadableAnswerError } from '@/lib/bigin/errors/unreadable-answer-error';
import { ProblemError } from '@/lib/problem';

/** Time and chance, handed in so that tests can own them. */
export interface Clock {
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
  random: Math.random,
};

/** How often a call is made before its error is final. */
const attempts = 4;

/** First and longest pause between two attempts, in milliseconds. */
const firstPause = 500;
const longestPause = 30_000;

/** Longest `Retry-After` that is sat out, in milliseconds: beyond, the user decides when to go on. */
const longestWait = 120_000;

/**
 * Makes a call again that may succeed later: no answer, 429, a fault of the server. Pauses double and are
 * drawn at random (full jitter) so that clients do not come back together; `Retry-After` is obeyed.
 * Only for calls that may be repeated: adding or removing the same tags twice changes nothing more.
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  clock: Clock,
  goOn: () => boolean,
  mayPass: (error: unknown) => boolean = changeMayPass,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === attempts || !mayPass(error) || !goOn()) throw error;
      const pause = Math.min(longestPause, firstPause * 2 ** (attempt - 1)) * clock.random();
      const asked = error instanceof BiginError ? error.retryAfter : undefined;
      if (asked !== undefined && asked > longestWait) throw error;
      await clock.sleep(asked ?? pause);
      if (!goOn()) throw error;
    }
  }
}

/** A change is made again also where its answer could not be read. */
function changeMayPass(error: unknown): boolean {
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
