import { describe, expect, it } from 'vitest';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { NotSentError } from '@/lib/bigin/errors/not-sent-error';
import { isAboutRecord, isRefusal, isTooLarge } from '@/lib/jobs/run/refusal';
import { ProblemError } from '@/lib/problem';

const answer = (status: number, code = '') => new BiginError({ status, code });

describe('a call that failed', () => {
  it.each([
    ['Bigin refused it', answer(400, 'INVALID_DATA'), true],
    ['Bigin had too many', answer(429, 'TOO_MANY_REQUESTS'), true],
    ['it was not made', new NotSentError(), true],
    ['there was no token to make it with', new ProblemError('signInNeeded'), true],
    ['Bigin broke down over it', answer(500, 'INTERNAL_ERROR'), false],
    ['a gateway gave up waiting', answer(504), false],
    ['nothing came back', new Error('x'), false],
  ])('had no effect for sure, where %s: %s', (_, error, isSure) => {
    expect(isRefusal(error)).toBe(isSure);
  });

  it.each([
    [answer(413), true],
    [answer(414), true],
    [answer(431), true],
    [answer(400, 'LIMIT_EXCEEDED'), true],
    [answer(400, 'INVALID_DATA'), false],
    [answer(429), false],
    [new Error('LIMIT_EXCEEDED'), false],
  ])('was too large by what was answered: %s', (error, isSo) => {
    expect(isTooLarge(error)).toBe(isSo);
  });

  it.each([
    ['INVALID_DATA', true],
    ['NOT_SUPPORTED', true],
    ['INVALID_MODULE', false],
    ['INVALID_REQUEST_METHOD', false],
    ['AUTHORIZATION_FAILED', false],
    ['INVALID_URL_PATTERN', false],
    ['NO_PERMISSION', false],
    ['OAUTH_SCOPE_MISMATCH', false],
    ['INVALID_TOKEN', false],
    ['AUTHENTICATION_FAILURE', false],
  ])(
    'may have been refused for one of its records, or for what all calls have in common: %s',
    (code, isSo) => {
      expect(isAboutRecord(answer(400, code))).toBe(isSo);
    },
  );

  it('was not refused for a record with another status, or without an answer', () => {
    expect(isAboutRecord(answer(403, 'INVALID_DATA'))).toBe(false);
    expect(isAboutRecord(answer(500, 'INVALID_DATA'))).toBe(false);
    expect(isAboutRecord(new Error('x'))).toBe(false);
  });
});
