import type { PacedCall } from '@/lib/calls/call-pace';
import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import { isBusy, withRetries } from '@/lib/calls/retry';
import type { ReadOptions } from './read-tags';

/**
 * How tags are read while a user looks on: within the pace of the connection, and by what was learnt of it. A busy
 * Bigin is waited for; being offline is told at once.
 */
export function patiently({ pace, lessons }: Calls, clock: Clock, signal?: AbortSignal) {
  return {
    lessons,
    attempt: <T>(call: PacedCall<T>) => withRetries(call, { clock, pace, mayPass: isBusy, signal }),
  } satisfies ReadOptions;
}
