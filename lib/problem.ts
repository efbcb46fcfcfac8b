/**
 * Everything that can stand between the user and what they asked for. Each code has one sentence in the
 * locale files (`problem.<code>`) that says what happened and what to do; `values` fill its blanks and never
 * hold a token, a name of a record or contact data.
 */
export const problemCodes = [
  // the page
  'notBigin',
  'pageHidden',
  'pageUnreachable',
  'nothingSelected',
  'linkNotRecord',
  'selectionUnreadable',
  'noneFound',
  'lookUpRefused',
  'tabMoved',
  'listUnreachable',
  'viewDiffers',
  'tagUnused',
  'tooMany',
  // what the browser lets the extension reach
  'accessMissing',
  // signing in
  'clientIdMissing',
  'clientSecretMissing',
  'consentRejected',
  'consentClosed',
  'consentUnreachable',
  'consentRefused',
  'redirectUntrusted',
  'serverUntrusted',
  'clientInvalid',
  'clientSecretInvalid',
  'redirectUriInvalid',
  'codeInvalid',
  'tokensExhausted',
  'signInFailed',
  'clientElsewhere',
  'signInInterrupted',
  'signInBusy',
  'otherOrgRenewed',
  'otherOrg',
  'noConnection',
  'signInNeeded',
  'renewalFailed',
  // calling the API
  'networkDown',
  'serverError',
  'scopeMissing',
  'noPermission',
  'authorizationFailed',
  'moduleInvalid',
  'urlInvalid',
  'methodInvalid',
  'tooManyRequests',
  'creditsSpent',
  'answerUnreadable',
  'refused',
  // a removal
  'previewGone',
  'selectionChanged',
  'tagHasComma',
  'noTagChosen',
  'nothingToUndo',
  'nothingToRetry',
  'jobRunning',
  'jobGone',
  'revokeFailed',
  'unexpected',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  code: ProblemCode;
  values?: Record<string, string | number> | undefined;
}

/** Whether a new sign-in mends the problem. */
export function isMendedBySignIn({ code }: Problem): boolean {
  return ['signInNeeded', 'noConnection', 'scopeMissing', 'otherOrgRenewed', 'lookUpRefused'].includes(code);
}

/** Whether the problem is that the browser keeps hosts from the extension, which the user can allow. */
export function isMendedByAccess({ code }: Problem): boolean {
  return code === 'accessMissing' || code === 'pageHidden';
}

/** The hosts that the browser keeps from the extension, as a problem names them. */
export function hostsInProblem({ values }: Problem): string[] {
  return String(values?.['hosts'] ?? '')
    .split(',')
    .filter(Boolean);
}

/** A problem on its way through code that throws. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(code: ProblemCode, values?: Problem['values']) {
    super(code);
    this.problem = values ? { code, values } : { code };
  }
}

/** What a message is answered with: a value, or the problem to tell the user. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };
