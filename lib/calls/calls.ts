import type { BiginClient } from '@/lib/bigin/client';
import type { Lessons } from '@/lib/learnt/learnt';
import type { CallPace } from './call-pace';

/** What all calls of one connection share: its client, how many at once, and what was learnt of its account. */
export interface Calls {
  client: BiginClient;
  pace: CallPace;
  lessons: Lessons;
}
