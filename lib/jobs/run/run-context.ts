import type { BiginClient } from '@/lib/bigin/client';
import type { ReadOptions } from '@/lib/preview/read-tags';
import type { Journal } from '../journal/journal';
import { readMayPass, withRetries, type Clock } from './retry';

/** What a run works with, and on. */
export interface RunContext {
  journal: Journal;
  client: BiginClient;
  clock: Clock;
  /** Whether the user has cancelled; asked before every call. */
  isCancelled: () => boolean;
}

/** Calls of a run are made again where that may help, until the user cancels. */
export function readOptions({ clock, isCancelled }: RunContext): ReadOptions {
  return { attempt: (call) => withRetries(call, clock, () => !isCancelled(), readMayPass) };
}
