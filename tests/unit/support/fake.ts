import { BiginClient } from '@/lib/bigin/client';
import type { ModuleName } from '@/lib/bigin/modules';
import type { FakeBigin } from '../../fake-bigin/index';

/** The fake's organizations that tests work in. */
export const zylker = '942010964';

/** `fetch`, answered by the fake in this process. */
export function fetchOf(fake: FakeBigin): typeof fetch {
  return (input, init) => fake.fetch(new Request(input, init));
}

export interface TokenWish {
  zgid?: string;
  scopes?: string[];
  apiDomain?: string;
}

/** A client of the fake with a token that needed no consent. */
export function clientOf(
  fake: FakeBigin,
  { zgid = zylker, scopes, apiDomain = 'https://www.zohoapis.com' }: TokenWish = {},
): BiginClient {
  const { accessToken } = fake.issueToken({ zgid, ...(scopes && { scopes }) });
  return new BiginClient({
    apiDomain,
    accessToken: () => Promise.resolve(accessToken),
    fetch: fetchOf(fake),
  });
}

/** A client that meets one given answer, whatever it asks. */
export function clientAnswered(answer: () => Response | Promise<Response>): BiginClient {
  return new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: () => Promise.resolve('token'),
    fetch: () => Promise.resolve(answer()),
  });
}

/** Ids of a module's newest records, the newest first. */
export function newest(
  fake: FakeBigin,
  count: number,
  module: ModuleName = 'Contacts',
  zgid = zylker,
): string[] {
  const records = fake.world.org(zgid)?.records[module] ?? [];
  return records.slice(0, count).map(({ id }) => id);
}

/** The one element of a list that a test knows to be there. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list.at(index);
  if (element === undefined) throw new RangeError(`there is no element ${index}`);
  return element;
}

/** The tags of records as the fake has them. */
export function tagsOf(
  fake: FakeBigin,
  ids: readonly string[],
  module: ModuleName = 'Contacts',
  zgid = zylker,
): string[][] {
  return ids.map((id) => fake.world.tagsOf(zgid, module, id));
}

/** The calls that changed tags, as the fake logged them. */
export function tagCalls(fake: FakeBigin) {
  return fake.requests.filter(({ path }) => /\/actions\/(add|remove)_tags$/.test(path));
}
