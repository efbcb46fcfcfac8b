import type { PacedCall } from '@/lib/calls/call-pace';
import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import { isBusy, readMayPass, withRetries } from '@/lib/calls/retry';
import type { ReadOptions } from './read-tags';

/**
 * How tags are read while a user looks on: within the pace of the connection, and by what was learnt of it. A busy
 * Bigin is waited for; being offline is told at once, and a connection that is lost after an answer is chance.
 */
export function patiently({ pace, lessons }: Calls, clock: Clock) {
  let hasAnswered = false;
  const mayPass = (error: unknown) => isBusy(error) || (hasAnswered && readMayPass(error));
  return {
    lessons,
    async attempt<T>(call: PacedCall<T>): Promise<T> {
      const answer = await withRetries(call, { clock, pace, mayPass });
      hasAnswered = true;
      return answer;
    },
  } satisfies ReadOptions;
}
