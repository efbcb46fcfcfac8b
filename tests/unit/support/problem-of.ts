import { explain } from '@/lib/bigin/errors/explain';
import type { Problem } from '@/lib/problem';

/** The problem that a user is told when this fails; fails itself where it succeeds. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    return explain(error);
  }
  throw new Error('It succeeded');
}

/** The same for work that is done at once. */
export function problemOfCall(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    return explain(error);
  }
  throw new Error('It succeeded');
}
