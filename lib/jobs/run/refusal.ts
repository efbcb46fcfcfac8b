import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { NotSentError } from '@/lib/bigin/errors/not-sent-error';
import { ProblemError } from '@/lib/problem';

/** Nothing was done where Bigin answered that it refuses, or where the call was not even made. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof ProblemError || error instanceof NotSentError) return true;
  return error instanceof BiginError && error.status < 500;
}

/** The gateway refused the URL's length, or Bigin the number of ids. */
export function isTooLarge(error: unknown): boolean {
  return (
    error instanceof BiginError && ([413, 414, 431].includes(error.status) || error.code === 'LIMIT_EXCEEDED')
  );
}

/** Codes that refuse a call whatever its records are (source: the remove-tags documentation). */
const callCodes = new Set([
  'INVALID_MODULE',
  'INVALID_REQUEST_METHOD',
  'AUTHORIZATION_FAILED',
  'INVALID_URL_PATTERN',
  'NO_PERMISSION',
  'OAUTH_SCOPE_MISMATCH',
  'INVALID_TOKEN',
  'AUTHENTICATION_FAILURE',
]);

/**
 * Whether a call may have been refused for one of its records. Bigin answers for each record by itself; whether it
 * always does, such as for an id that it does not have, is unknown.
 */
export function isAboutRecord(error: unknown): error is BiginError {
  return error instanceof BiginError && error.status === 400 && !callCodes.has(error.code);
}
