import type { BiginClient } from '@/lib/bigin/client';
import type { Journal } from '../journal/journal';
import type { Clock } from './retry';

/** What a run works with, and on. */
export interface RunContext {
  journal: Journal;
  client: BiginClient;
  clock: Clock;
  /** Whether the user has cancelled; asked before every call. */
  isCancelled: () => boolean;
}
