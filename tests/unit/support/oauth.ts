import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  defaultOAuthSettings,
  saveOAuthSettings,
  type OAuthClient,
  type OAuthSettings,
} from '@/lib/oauth/client-settings';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { Person, type ConsentChoice } from './consent';
import { fetchOf } from './fake';

export const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

/** The clients that the fake knows. */
export const clients = {
  public: { type: 'public', id: '1000.PUBLIC0UNTAG0TEST0CLIENT', secret: '' },
  server: { type: 'server', id: '1000.SERVER0UNTAG0TEST0CLIENT', secret: 'server-secret' },
  implicit: { type: 'implicit', id: '1000.IMPLICIT0UNTAG0TEST0CLIENT', secret: '' },
} as const satisfies Record<string, OAuthClient>;

type Launch = (details: { url: string; interactive?: boolean }) => Promise<string | undefined>;

export interface OAuthWorld {
  fake: FakeBigin;
  /** What the person at Zoho's pages does. */
  choice: ConsentChoice;
  /** Every request that the product made. */
  requests: { url: string; body: string }[];
  /** Stands for `identity.launchWebAuthFlow`; a test may put another answer in its place. */
  launch: ReturnType<typeof vi.fn<Launch>>;
  /** Comes between the product and the fake's answer. */
  answer: (request: Request) => Promise<Response>;
}

/** The product's browser, empty, with the fake as its network and a person who signs in. */
export async function oauthWorld(
  client: OAuthClient = clients.public,
  dataCenter: OAuthSettings['dataCenter'] = 'automatic',
): Promise<OAuthWorld> {
  fakeBrowser.reset();
  const fake = createFakeBigin();
  const people = new Map<string, Person>();
  const person = () => {
    const { email } = world.choice;
    const known = people.get(email) ?? new Person(fake);
    people.set(email, known);
    return known;
  };
  const world: OAuthWorld = {
    fake,
    choice: { email: 'lee@zylker.example' },
    requests: [],
    launch: vi.fn<Launch>(({ url, interactive }) =>
      interactive ? person().consent(url, world.choice) : person().silently(url),
    ),
    answer: (request) => fetchOf(fake)(request),
  };
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    world.requests.push({ url: request.url, body: await request.clone().text() });
    return world.answer(request);
  });
  vi.spyOn(fakeBrowser.identity, 'getRedirectURL').mockReturnValue(redirectUri);
  vi.spyOn(fakeBrowser.identity, 'launchWebAuthFlow').mockImplementation(world.launch as never);
  await saveOAuthSettings({ ...defaultOAuthSettings, client, dataCenter });
  return world;
}

/** The parameters of the product's requests to a token endpoint. */
export function tokenRequests({ requests }: OAuthWorld): Record<string, string>[] {
  return requests
    .filter(({ url }) => new URL(url).pathname === '/oauth/v2/token')
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
}
