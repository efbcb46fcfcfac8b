import type { FakeBigin } from './index';

export const zylker = '942010964';
export const workshop = '942010977';
export const nordlicht = '20098765432';

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The text, parsed when it is asked for. */
  readonly json: Json;
}

/** A JSON value of any shape, for assertions to look into. */
export interface Json {
  [key: string]: Json;
  [index: number]: Json;
}

/** Calls the fake's API of an org the way a client does, without being one of the product's. */
export function apiClient(fake: FakeBigin, zgid = zylker, scopes?: string[], domain = 'www.zohoapis.com') {
  const { accessToken } = fake.issueToken({ zgid, scopes });
  const send = async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const response = await fake.fetch(
      new Request(`https://${domain}/bigin/v2${path}`, {
        method,
        headers: { authorization: `Zoho-oauthtoken ${accessToken}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      get json() {
        return JSON.parse(text) as Json;
      },
    };
  };
  return {
    get: (path: string) => send('GET', path),
    post: (path: string, body?: unknown) => send('POST', path, body),
    send,
  };
}

export const query = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;

/** Ids of the newest records of a module. */
export function newest(
  fake: FakeBigin,
  count: number,
  zgid = zylker,
  module: 'Contacts' | 'Accounts' = 'Contacts',
) {
  const org = fake.world.org(zgid);
  if (!org) throw new Error(`no org ${zgid}`);
  return org.records[module].slice(0, count).map(({ id }) => id);
}
