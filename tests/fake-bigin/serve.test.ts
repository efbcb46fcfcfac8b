import { Agent, request, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zylker } from './api-client';
import { serveFakeBigin, type ServedFakeBigin } from './index';

let fake: ServedFakeBigin;
let agent: Agent;

beforeAll(async () => {
  fake = await serveFakeBigin();
  agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
});

afterAll(async () => {
  agent.destroy();
  await fake.close();
});

interface Reply {
  status: number;
  text: string;
  names: string;
  protocol: string;
}

function send(
  host: string,
  path: string,
  options: Pick<RequestOptions, 'method'> & { headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: fake.port,
        servername: isIP(host) ? '' : host,
        agent,
        path,
        ...options,
        headers: { host, ...options.headers },
      },
      (incoming) => {
        const names = (incoming.socket as TLSSocket).getPeerCertificate().subjectaltname ?? '';
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => (text += part));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, text, names, protocol: incoming.httpVersion }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

test('the Host header decides who answers', async () => {
  expect(await send('accounts.zoho.eu', '/oauth/serverinfo')).toMatchObject({ status: 200, protocol: '1.1' });
  expect((await send('bigin.zoho.com', `/bigin/org${zylker}/Home`)).text).toContain('Zylker Trading');
  expect((await send('www.zohoapis.com', '/bigin/v2/org')).text).toContain('INVALID_TOKEN');
  expect((await send('127.0.0.1', '/__control/orgs')).text).toContain('Zylker Workshop');
  expect((await send('example.com', '/')).status).toBe(421);
});

test('its certificate names every host, and so do the resolver rules', async () => {
  const { names } = await send('accounts.zoho.com', '/oauth/serverinfo');
  expect(fake.hosts).toHaveLength(27);
  for (const host of fake.hosts) {
    expect(names.split(', ')).toContain(`DNS:${host}`);
    expect(fake.hostResolverRules.split(', ')).toContain(`MAP ${host} 127.0.0.1:${fake.port}`);
  }
});

test('a cut connection ends without an answer, the work being done or not', async () => {
  const { accessToken } = fake.issueToken({ zgid: zylker });
  const [record] = fake.world.org(zylker)?.records.Contacts ?? [];
  const path = `/bigin/v2/Contacts/actions/remove_tags?ids=${record?.id}&tag_names=VIP`;
  const remove = () =>
    send('www.zohoapis.com', path, {
      method: 'POST',
      headers: { authorization: `Zoho-oauthtoken ${accessToken}` },
    });
  for (const when of ['before', 'after'] as const) {
    fake.fail({ where: { service: 'api' }, what: { kind: 'disconnect', when } });
    await expect(remove()).rejects.toThrow(/hang up|ECONNRESET/);
    expect(record?.tags.includes('VIP')).toBe(when === 'before');
  }
  expect((await remove()).status).toBe(200);
});

test('it is the fake that refuses a long URL, by its own limit', async () => {
  const { accessToken } = fake.issueToken({ zgid: zylker });
  const ids = (count: number) =>
    fake.world
      .org(zylker)
      ?.records.Contacts.slice(0, count)
      .map(({ id }) => id)
      .join(',');
  const read = async (count: number) => {
    const path = `/bigin/v2/Contacts/actions/remove_tags?tag_names=VIP&ids=${ids(count)}`;
    const headers = { authorization: `Zoho-oauthtoken ${accessToken}` };
    return (await send('www.zohoapis.com', path, { method: 'POST', headers })).status;
  };
  expect(await read(500)).toBe(200);
  expect(await read(900)).toBe(414);
});
