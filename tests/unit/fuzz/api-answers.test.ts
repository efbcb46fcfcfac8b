import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { changeTags } from '@/lib/bigin/endpoints/change-tags';
import { listRecords } from '@/lib/bigin/endpoints/list-records';
import { countTaggedRecords, listTags } from '@/lib/bigin/endpoints/list-tags';
import { readModuleWords } from '@/lib/bigin/endpoints/module-words';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { OtherAnswerError, tagReaders } from '@/lib/bigin/endpoints/record-tags';
import { readOwnName, type Tag } from '@/lib/bigin/endpoints/tags';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { explain } from '@/lib/bigin/errors/explain';
import { UnreadableAnswerError } from '@/lib/bigin/errors/unreadable-answer-error';
import { isRecordId } from '@/lib/bigin/record-id';
import { passingLessons } from '@/lib/learnt/learnt';
import { problemCodes } from '@/lib/problem';
import { isPolluted, mutationsOf } from './any-json';

// Many examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const token = '1000.THE-ACCESS-TOKEN';
const ids = ['7618134000000632028', '7618134000000632029'];

/** A client whose every call is answered with this. */
function answering(status: number, text: string, headers: Record<string, string> = {}): BiginClient {
  return new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: () => Promise.resolve(token),
    fetch: () => Promise.resolve(new Response(status === 204 ? null : text, { status, headers })),
  });
}

const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isTag = ({ name, color }: Tag) => isText(name) && (color === undefined || /^#[\da-f]{6}$/i.test(color));

interface Endpoint {
  valid: unknown;
  /** Whether what it answers is of its kind. */
  call: (client: BiginClient) => Promise<boolean>;
}

const info = { more_records: true, next_page_token: 't', per_page: 200 };
const tagged = { id: ids[0], Tag: [{ name: 'VIP', id: '1', color_code: '#57B1FD' }, 'Lead'] };
const recordsAnswer = { data: [tagged, { id: ids[1], Tag: null }], info: { more_records: false } };

const endpoints: Record<string, Endpoint> = {
  'a change of tags': {
    valid: {
      data: ids.map((id) => ({
        code: 'SUCCESS',
        status: 'success',
        message: 'tags updated',
        details: { id, tags: ['VIP', { name: 'Lead' }] },
      })),
    },
    async call(client) {
      const change = { action: 'remove_tags', module: 'Contacts', ids, tagNames: ['VIP'] } as const;
      const answers = await changeTags({ client, lessons: passingLessons() }, change);
      return [...answers].every(
        ([id, { status, code, message, tags = [] }]) =>
          ids.includes(id) &&
          ['success', 'error'].includes(status) &&
          isText(code) &&
          (message === undefined || isText(message)) &&
          tags.every(isText),
      );
    },
  },
  'a list of records': {
    valid: { ...recordsAnswer, info },
    async call(client) {
      const { records, next } = await listRecords(client, 'Contacts');
      const isPlace = typeof next === 'string' || (isCount(next.page) && isText(next.token ?? ''));
      return isPlace && records.every(({ id, tags }) => isRecordId(id) && tags.every(isTag));
    },
  },
  'a list of tags': {
    valid: { tags: [{ id: '1', name: 'VIP', color_code: '#57B1FD' }], info: { more_records: false } },
    call: async (client) =>
      (await listTags(client, 'Contacts')).every((tag) => /^\d+$/.test(tag.id) && isTag(tag)),
  },
  'a count of records': {
    valid: { count: '12' },
    call: async (client) => isCount(await countTaggedRecords(client, 'Contacts', '1')),
  },
  'the words of modules': {
    valid: {
      modules: [
        {
          api_name: 'Contacts',
          singular_label: 'Person',
          plural_label: 'People',
          actual_singular_label: 'Contact',
          actual_plural_label: 'Contacts',
        },
      ],
    },
    call: async (client) =>
      Object.values(await readModuleWords(client)).every(
        ({ singular, plural }) => isText(singular) && isText(plural),
      ),
  },
  'the organization': {
    valid: { org: [{ id: '1', company_name: 'Zylker', domain_name: 'org942010964' }] },
    call: async (client) => Object.values(await readOrg(client)).every(isText),
  },
  'the user’s name': {
    valid: { tags: [{ created_by: { name: 'Dana' } }] },
    call: async (client) => isText((await readOwnName(client)) ?? ''),
  },
  ...Object.fromEntries(
    tagReaders.map((reader) => [
      `the tags of records, by ${reader.name}`,
      {
        valid: recordsAnswer,
        call: async (client: BiginClient) =>
          [...(await reader.read(client, 'Contacts', ids))].every(
            ([id, tags]) => ids.includes(id) && tags.every(isTag),
          ),
      },
    ]),
  ),
};

const anError = { code: 'NO_PERMISSION', details: {}, message: 'denied', status: 'error' };
const amount = fc.oneof(
  fc.constantFrom('0', '-1', '1e306', '9'.repeat(400), 'Infinity', 'NaN', '0x10', '', 'soon'),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
);
const anyHeaders = fc.record(
  { 'Retry-After': amount, 'X-API-CREDITS-REMAINING': amount },
  { requiredKeys: [] },
);
const day = 86_400_000;

const status = fc.constantFrom(200, 200, 200, 201, 202, 204, 400, 401, 403, 404, 429, 500, 503);

describe.each(Object.entries(endpoints))('any answer to %s', (_, { valid, call }) => {
  it('is read as what it is, or said to be unreadable or refused', async () => {
    const text = fc.oneof(
      { weight: 8, arbitrary: mutationsOf(valid, anError).map((body) => JSON.stringify(body)) },
      { weight: 1, arbitrary: fc.string() },
    );
    await fc.assert(
      fc.asyncProperty(status, text, anyHeaders, async (code, body, headers) => {
        const client = answering(code, body, headers);
        const isOfItsKind = await call(client).catch((error: unknown) => {
          const isKnown = [BiginError, UnreadableAnswerError, OtherAnswerError].some(
            (kind) => error instanceof kind,
          );
          if (!isKnown) throw error;
          expect(problemCodes).toContain(explain(error).code);
          if (error instanceof BiginError) {
            expect((error.retryAfter ?? 0) >= 0 && (error.retryAfter ?? 0) <= day).toBe(true);
          }
          expect(JSON.stringify([String(error), explain(error)])).not.toContain(token);
          expect(JSON.stringify([String(error), explain(error)]).length).toBeLessThan(1_000);
          return true;
        });
        expect(isOfItsKind).toBe(true);
        expect(isCount(client.creditsLeft ?? 0)).toBe(true);
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('that is whole is taken', async () => {
    expect(await call(answering(200, JSON.stringify(valid)))).toBe(true);
  });
});
