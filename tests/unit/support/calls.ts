import type { BiginClient } from '@/lib/bigin/client';
import { CallPace } from '@/lib/calls/call-pace';
import type { Calls } from '@/lib/calls/calls';
import { passingLessons } from '@/lib/learnt/learnt';
import { virtualClock } from './virtual-clock';

/** The calls of an account of which nothing is known. */
export function callsTo(client: BiginClient, clock = virtualClock()): Calls {
  const lessons = passingLessons();
  return { client, lessons, pace: new CallPace(clock, lessons, { start: 5, ceiling: 10 }) };
}
