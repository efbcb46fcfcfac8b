import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { clientAnswered } from '../support/fake';

/** What a header can hold: much that is nearly a number or a date. */
const value = fc.oneof(
  fc.string(),
  fc.bigInt().map(String),
  fc.double().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.constantFrom('-1', '1e400', '0x10', ' 7 ', '9'.repeat(400), 'Infinity', 'NaN', '1, 2'),
);

describe('the headers of an answer', () => {
  it('are numbers that can be counted with, or say nothing', async () => {
    await fc.assert(
      fc.asyncProperty(value, value, async (retryAfter, credits) => {
        const headers = new Headers();
        for (const [name, text] of Object.entries({
          'Retry-After': retryAfter,
          'X-API-CREDITS-REMAINING': credits,
        })) {
          // What is none by the rules of HTTP reaches nobody.
          try {
            headers.set(name, text);
          } catch {}
        }
        const client = clientAnswered(
          () => new Response('{"code":"TOO_MANY_REQUESTS"}', { status: 429, headers }),
        );
        const request = { method: 'GET', scope: 'ZohoBigin.org.READ', path: 'org' } as const;
        const error = await client
          .request(request, z.object({ org: z.string() }))
          .catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(BiginError);
        const told = error as BiginError;
        for (const number of [told.retryAfter, client.creditsLeft]) {
          expect(number ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
