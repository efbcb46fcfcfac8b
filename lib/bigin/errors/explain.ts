import { ProblemError, type Problem, type ProblemCode } from '@/lib/problem';
import { BiginError } from './bigin-error';
import { NetworkError } from './network-error';
import { UnreadableAnswerError } from './unreadable-answer-error';

/**
 * Errors of a whole call, by Bigin's code. Source: the remove-tags documentation (the first seven) and
 * answers seen from the live service. A map, since an object has more names than its own: `constructor`.
 */
const problemOfCode = new Map<string, ProblemCode>([
  ['INVALID_URL_PATTERN', 'urlInvalid'],
  ['NO_PERMISSION', 'noPermission'],
  ['INTERNAL_ERROR', 'serverError'],
  ['INVALID_REQUEST_METHOD', 'methodInvalid'],
  ['AUTHORIZATION_FAILED', 'authorizationFailed'],
  ['INVALID_MODULE', 'moduleInvalid'],
  ['INVALID_TOKEN', 'signInNeeded'],
  ['AUTHENTICATION_FAILURE', 'signInNeeded'],
  ['TOO_MANY_REQUESTS', 'tooManyRequests'],
]);

/** What to tell the user about anything that was thrown. */
export function explain(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof NetworkError) return { code: 'networkDown' };
  if (error instanceof UnreadableAnswerError)
    return { code: 'answerUnreadable', values: { status: error.status } };
  if (error instanceof BiginError) return explainAnswer(error);
  return { code: 'unexpected' };
}

function explainAnswer({ code, status, scope, creditsSpent }: BiginError): Problem {
  if (code === 'OAUTH_SCOPE_MISMATCH')
    return { code: 'scopeMissing', values: { scope: scope ?? 'ZohoBigin' } };
  if (creditsSpent) return { code: 'creditsSpent' };
  const known = problemOfCode.get(code);
  if (known) return { code: known };
  if (status === 429) return { code: 'tooManyRequests' };
  if (status >= 500) return { code: 'serverError' };
  return { code: 'refused', values: { code: code || String(status) } };
}
