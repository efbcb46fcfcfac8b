import { beforeEach, describe, expect, it } from 'vitest';
import { passingLessons } from '@/lib/learnt/learnt';
import { changeTags } from '@/lib/bigin/endpoints/change-tags';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { explain } from '@/lib/bigin/errors/explain';
import { readTags } from '@/lib/preview/read-tags';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { createFakeBigin, type FakeBigin } from '../../../fake-bigin/index';
import { clientAnswered, clientOf, newest, zylker } from '../../support/fake';
import { problemOf } from '../../support/problem-of';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const remove = (client = clientOf(fake)) =>
  changeTags(
    { client, lessons: passingLessons() },
    { action: 'remove_tags', module: 'Contacts', ids: newest(fake, 2), tagNames: ['VIP'] },
  );

/** What remove-tags documents, and what was seen besides; with a word that the sentence must have. */
const documented: [code: string, status: number, problem: ProblemCode, word: string][] = [
  ['INVALID_URL_PATTERN', 404, 'urlInvalid', 'address'],
  ['OAUTH_SCOPE_MISMATCH', 401, 'scopeMissing', 'connect again'],
  ['NO_PERMISSION', 403, 'noPermission', 'administrator'],
  ['INTERNAL_ERROR', 500, 'serverError', 'Try again'],
  ['INVALID_REQUEST_METHOD', 400, 'methodInvalid', 'report it'],
  ['AUTHORIZATION_FAILED', 400, 'authorizationFailed', 'administrator'],
  ['INVALID_MODULE', 400, 'moduleInvalid', 'module'],
  ['INVALID_TOKEN', 401, 'signInNeeded', 'Connect again'],
  ['AUTHENTICATION_FAILURE', 401, 'signInNeeded', 'Connect again'],
  ['TOO_MANY_REQUESTS', 429, 'tooManyRequests', 'Wait'],
];

describe('an error of the whole call', () => {
  it.each(documented)('%s (%i) is told as %s', async (code, status, problem, word) => {
    fake.fail({ where: {}, times: 2, what: { kind: 'status', status, code, message: 'x' } });
    const told = await problemOf(remove());
    expect(told.code).toBe(problem);
    expect(explainProblem(told).toLowerCase()).toContain(word.toLowerCase());
  });

  it.each(documented)('%s (%i) is told of a reading too', async (code, status, problem) => {
    fake.fail({ where: {}, times: 20, what: { kind: 'status', status, code, message: 'x' } });
    expect((await problemOf(readTags(clientOf(fake), 'Contacts', newest(fake, 1)))).code).toBe(problem);
  });

  it('comes from the fake itself as the documentation has it', async () => {
    const readOnly = clientOf(fake, { scopes: ['ZohoBigin.modules.contacts.READ'] });
    expect((await problemOf(remove(readOnly))).code).toBe('scopeMissing');
    const org = fake.world.org(zylker);
    if (org) org.tagChangesForbidden = true;
    expect((await problemOf(remove())).code).toBe('authorizationFailed');
    fake.world.forbidModule(zylker, 'Contacts');
    expect((await problemOf(remove())).code).toBe('noPermission');
    fake.revokeGrant(zylker);
    const client = clientOf(fake);
    fake.revokeGrant(zylker);
    expect((await problemOf(remove(client))).code).toBe('signInNeeded');
  });

  it('says the credits are spent where they are, not that requests are too many', async () => {
    const client = clientOf(fake);
    fake.configure({ limits: { creditsPerDay: 0 } });
    const told = await problemOf(remove(client));
    expect(told.code).toBe('creditsSpent');
    expect(explainProblem(told)).toContain('credits');
  });

  it('that nobody knows is told with its code', async () => {
    const unknown = clientAnswered(() => Response.json({ code: 'BRAND_NEW' }, { status: 400 }));
    const told = await problemOf(remove(unknown));
    expect(told).toEqual({ code: 'refused', values: { code: 'BRAND_NEW' } });
    expect(explainProblem(told)).toContain('BRAND_NEW');
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'that is named as what every object has: %s',
    async (code) => {
      const told = await problemOf(remove(clientAnswered(() => Response.json({ code }, { status: 400 }))));
      expect(told).toEqual({ code: 'refused', values: { code } });
    },
  );

  it.each([
    [502, { code: 'serverError' }],
    [503, { code: 'serverError' }],
    [429, { code: 'tooManyRequests' }],
    [403, { code: 'refused', values: { code: '403' } }],
  ] as const)('from a gateway without JSON goes by its status %i', async (status, problem) => {
    expect(await problemOf(remove(clientAnswered(() => new Response('<html>', { status }))))).toEqual(
      problem,
    );
  });

  it('of a cut connection says that Bigin cannot be reached', async () => {
    fake.fail({ where: {}, what: { kind: 'disconnect', when: 'before' } });
    const told = await problemOf(remove());
    expect(told).toEqual({ code: 'networkDown' });
    expect(explainProblem(told)).toContain('internet connection');
  });

  it.each(['truncated', 'html', 'empty'] as const)('of a body that is %s says what came', async (spoilt) => {
    fake.fail({ where: {}, what: { kind: 'body', spoilt } });
    const told = await problemOf(remove());
    expect(told).toEqual({ code: 'answerUnreadable', values: { status: 200 } });
    expect(explainProblem(told)).toContain('200');
  });
});

describe('anything thrown', () => {
  it('keeps the problem that it carries', () => {
    expect(explain(new ProblemError('tagHasComma', { tag: 'a,b' }))).toEqual({
      code: 'tagHasComma',
      values: { tag: 'a,b' },
    });
    expect(explain(new ProblemError('jobGone'))).toEqual({ code: 'jobGone' });
  });

  it.each([[new Error('secret')], ['text'], [undefined], [null]])('else is unexpected: %s', (thrown) => {
    expect(explain(thrown)).toEqual({ code: 'unexpected' });
  });

  it('has no code where Bigin gave an empty one', () => {
    expect(explain(new BiginError({ code: '', status: 418 }))).toEqual({
      code: 'refused',
      values: { code: '418' },
    });
  });
});
