import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { BiginClient, requestUrl } from '@/lib/bigin/client';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { NetworkError } from '@/lib/bigin/errors/network-error';
import { UnreadableAnswerError } from '@/lib/bigin/errors/unreadable-answer-error';
import { createFakeBigin } from '../../fake-bigin/index';
import { clientAnswered, clientOf, fetchOf, zylker } from '../support/fake';

const schema = z.object({ org: z.array(z.object({ zgid: z.string() })) });
const getOrg = { method: 'GET', scope: 'ZohoBigin.org.READ', path: 'org' } as const;
const ask = (client: BiginClient) => client.request(getOrg, schema);
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a call of the API', () => {
  it('carries the token the way Zoho wants it, no cookie, and follows no redirect', async () => {
    const send = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ org: [] })));
    const accessToken = () => Promise.resolve('secret');
    await ask(new BiginClient({ apiDomain: 'https://www.zohoapis.eu', accessToken, fetch: send }));
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe('https://www.zohoapis.eu/bigin/v2/org');
    expect(new Headers(init?.headers).get('Authorization')).toBe('Zoho-oauthtoken secret');
    expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
  });

  it('answers what the schema makes of it', async () => {
    expect(await ask(clientOf(createFakeBigin()))).toEqual({ org: [{ zgid: zylker }] });
  });

  it('answers nothing where Bigin found nothing', async () => {
    expect(await ask(clientAnswered(() => new Response(null, { status: 204 })))).toBeUndefined();
  });

  it('ends without an answer where the connection is cut', async () => {
    const fake = createFakeBigin();
    fake.fail({ where: {}, what: { kind: 'disconnect', when: 'after' } });
    expect(await thrownBy(ask(clientOf(fake)))).toBeInstanceOf(NetworkError);
  });

  it('ends without an answer where the body breaks off', async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }));
    expect(await thrownBy(ask(clientAnswered(broken)))).toBeInstanceOf(NetworkError);
  });

  it('tells a call that was given up from one that failed', async () => {
    const abort = new AbortController();
    abort.abort();
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: () => Promise.resolve('token'),
      fetch: (_, init) => Promise.reject(init?.signal?.reason as Error),
    });
    const error = await thrownBy(client.request({ ...getOrg, signal: abort.signal }, schema));
    expect(error).toMatchObject({ name: 'AbortError' });
  });

  it.each(['truncated', 'html', 'empty'] as const)('is unreadable where its body is %s', async (spoilt) => {
    const fake = createFakeBigin();
    fake.fail({ where: {}, what: { kind: 'body', spoilt } });
    expect(await thrownBy(ask(clientOf(fake)))).toEqual(new UnreadableAnswerError(200));
  });

  it('is unreadable where its JSON is of another shape', async () => {
    const error = await thrownBy(ask(clientAnswered(() => Response.json({ org: [{ zgid: 5 }] }))));
    expect(error).toBeInstanceOf(UnreadableAnswerError);
  });

  it('fails with status alone where a gateway answers', async () => {
    const error = await thrownBy(ask(clientAnswered(() => new Response('<html>', { status: 502 }))));
    expect(error).toMatchObject({ name: 'BiginError', code: '', status: 502, retryAfter: undefined });
  });

  it('keeps the token out of every error', async () => {
    const client = clientAnswered(() =>
      Response.json(
        { code: 'NO_PERMISSION', message: 'token', details: { token: 'token' } },
        { status: 403 },
      ),
    );
    const error = await thrownBy(ask(client));
    expect(error).toBeInstanceOf(BiginError);
    expect(JSON.stringify(error) + String(error)).not.toContain('token');
  });
});

describe('Retry-After', () => {
  const retryAfter = async (value: string) => {
    const headers = { 'Retry-After': value };
    const error = await thrownBy(
      ask(clientAnswered(() => Response.json({ code: 'X' }, { status: 429, headers }))),
    );
    return error instanceof BiginError ? error.retryAfter : 'no BiginError';
  };

  it('is read as seconds', async () => {
    expect(await retryAfter('2')).toBe(2000);
    expect(await retryAfter('-5')).toBe(0);
  });

  it('is read as a date', async () => {
    const inTenSeconds = await retryAfter(new Date(Date.now() + 10_000).toUTCString());
    expect(inTenSeconds).toBeGreaterThan(8000);
    expect(inTenSeconds).toBeLessThanOrEqual(10_000);
    expect(await retryAfter('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  });

  it.each([
    ['for longer than there are numbers', '1e306'],
    ['for thousands of years', '99999999999'],
    ['with four hundred digits', '9'.repeat(400)],
    ['until another millennium', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ])('asks for a day at most: %s', async (_, long) => {
    expect(await retryAfter(long)).toBe(86_400_000);
  });

  it('counts for nothing where it says nothing', async () => {
    expect(await retryAfter('soon')).toBeUndefined();
  });
});

describe('a token that Bigin calls invalid', () => {
  it('is renewed once, and the call made again', async () => {
    const fake = createFakeBigin();
    const { accessToken } = fake.issueToken({ zgid: zylker });
    const renew = vi.fn((rejected?: string) =>
      Promise.resolve(rejected === undefined ? 'stale' : accessToken),
    );
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: renew,
      fetch: fetchOf(fake),
    });
    expect(await ask(client)).toEqual({ org: [{ zgid: zylker }] });
    expect(renew.mock.calls).toEqual([[], ['stale']]);
    expect(fake.requests.map(({ status }) => status)).toEqual([401, 200]);
  });

  it('is not renewed again where the new one is refused too', async () => {
    const fake = createFakeBigin();
    const renew = vi.fn(() => Promise.resolve('stale'));
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: renew,
      fetch: fetchOf(fake),
    });
    expect(await thrownBy(ask(client))).toMatchObject({ code: 'INVALID_TOKEN', status: 401 });
    expect(renew).toHaveBeenCalledTimes(2);
    expect(fake.requests).toHaveLength(2);
  });
});

describe('the URL of a call', () => {
  it.each([
    ['Trade fair 2026', 'Trade%20fair%202026'],
    ['Größe & Maß', 'Gr%C3%B6%C3%9Fe%20%26%20Ma%C3%9F'],
    ['50% off', '50%25%20off'],
    ['C++', 'C%2B%2B'],
    ['#1 choice', '%231%20choice'],
    ['Say "hello"', 'Say%20%22hello%22'],
    ['North/South', 'North%2FSouth'],
    ['a=b?c', 'a%3Db%3Fc'],
    ['🔥 Hot lead', '%F0%9F%94%A5%20Hot%20lead'],
    ['Exactly 25 characters ok!', 'Exactly%2025%20characters%20ok!'],
  ])('encodes “%s”', (name, encoded) => {
    expect(requestUrl('https://x', 'Contacts', { tag_names: name })).toBe(
      `https://x/bigin/v2/Contacts?tag_names=${encoded}`,
    );
  });

  it('leaves the commas that separate as they are', () => {
    expect(requestUrl('https://x', 'p', { ids: '1,2', tag_names: 'A,B' })).toBe(
      'https://x/bigin/v2/p?ids=1,2&tag_names=A,B',
    );
    expect(requestUrl('https://x', 'p')).toBe('https://x/bigin/v2/p');
  });

  it('gives any text back unchanged to who reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (one, other) => {
        const { searchParams } = new URL(requestUrl('https://x', 'p', { tag_names: one, ids: other }));
        expect(searchParams.get('tag_names')).toBe(one);
        expect(searchParams.get('ids')).toBe(other);
      }),
    );
  });
});
