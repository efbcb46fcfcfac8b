import { vi } from 'vitest';

/** Milliseconds within which what is waited for comes, on a machine that has other things to do. */
const patience = 20_000;

/** Waits until a check does not throw any more; what it gives. */
export function eventually<T>(check: () => T | Promise<T>, { interval = 50 } = {}): Promise<T> {
  return vi.waitFor(check, { timeout: patience, interval });
}
