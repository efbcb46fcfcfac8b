import { dataCenterIds, dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { explain } from '@/lib/bigin/errors/explain';
import { requireServers } from '@/lib/browser/host-access';
import { limitedText } from '@/lib/limited-text';
import { hostsInProblem, ProblemError } from '@/lib/problem';
import type { OAuthClient, OAuthSettings } from './client-settings';
import { defaultDataCenter } from './connect';
import { flowOf } from './flows/flow';
import { exchangeCode } from './flows/token-endpoint';
import { redirectUri } from './redirect-uri';

/** Milliseconds after which a consent page that does not come is given up. */
const timeout = 30_000;

/**
 * Checks a client before anybody signs in with it. Throws a `ProblemError` that tells apart a wrong client ID,
 * a wrong secret, a redirect URI that is not registered, and a client of another data center.
 *
 * The token endpoint is asked with a code that cannot exist: it answers `invalid_client` or
 * `invalid_client_secret` where those are wrong, and complains about the code where they are right. The consent
 * page is looked at for its word on the redirect URI; where it says nothing known, that is left to the sign-in.
 */
export async function checkClient({ client, dataCenter, redirectForm }: OAuthSettings): Promise<void> {
  if (!client.id) throw new ProblemError('clientIdMissing');
  if (client.type === 'server' && !client.secret) throw new ProblemError('clientSecretMissing');
  const uri = redirectUri(redirectForm);
  const isSet = dataCenter !== 'automatic';
  const first = isSet ? dataCenter : defaultDataCenter;
  // The secret is for home: until that is known, the ID alone is looked up.
  const nameOnly: OAuthClient = client.type === 'server' ? { ...client, type: 'public', secret: '' } : client;
  let verdict = await verdictOf(first, isSet ? client : nameOnly, uri);
  const home = verdict === 'clientInvalid' ? await findHome(first, nameOnly, uri, isSet) : first;
  if (home && home !== first && isSet) throw new ProblemError('clientElsewhere', { dataCenter: home });
  // A tab of that data center will ask there by itself.
  if (home && !isSet) verdict = await verdictOf(home, client, uri);
  if (verdict !== 'accepted') throw new ProblemError(verdict);
}

type Verdict = 'accepted' | 'clientInvalid' | 'clientSecretInvalid' | 'redirectUriInvalid';

async function verdictOf(dataCenter: DataCenterId, client: OAuthClient, uri: string): Promise<Verdict> {
  // An implicit client has no business at the token endpoint, which calls it invalid.
  const byTokens = client.type === 'implicit' ? 'accepted' : await askTokenEndpoint(dataCenter, client, uri);
  return byTokens === 'accepted' ? readConsentPage(dataCenter, client, uri) : byTokens;
}

async function askTokenEndpoint(
  dataCenter: DataCenterId,
  client: OAuthClient,
  uri: string,
): Promise<Verdict> {
  try {
    await exchangeCode(dataCenter, client, { code: 'none', redirectUri: uri, codeVerifier: 'none' });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code } = error.problem;
    if (code === 'clientInvalid' || code === 'clientSecretInvalid' || code === 'redirectUriInvalid')
      return code;
    // Any other word but that on the code says nothing of the client.
    if (code !== 'codeInvalid') throw error;
  }
  return 'accepted';
}

/** Zoho names what is wrong on the page itself ("Invalid Redirect Uri"), which no user has to see for this. */
async function readConsentPage(dataCenter: DataCenterId, client: OAuthClient, uri: string): Promise<Verdict> {
  const { accountsServer } = dataCenters[dataCenter];
  await requireServers(dataCenter);
  const { url } = await flowOf(client).ask({ accountsServer, client, redirectUri: uri });
  const page = await readText(url);
  if (/invalid[\s_-]*redirect/i.test(page)) return 'redirectUriInvalid';
  if (/invalid[\s_-]*client/i.test(page)) return 'clientInvalid';
  return 'accepted';
}

async function readText(url: string): Promise<string> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeout),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (response.status < 500) return await limitedText(response);
  } catch {
    throw new ProblemError('networkDown');
  }
  throw new ProblemError('signInFailed');
}

/**
 * The data center, of those that were not asked first, that knows the client's ID. Where that has to be known, throws
 * `accessMissing` where it may be one that the browser keeps from the extension; and takes the first for home where each
 * of the others has said no: Zoho may not know an ID that comes without its secret.
 */
async function findHome(
  first: DataCenterId,
  nameOnly: OAuthClient,
  uri: string,
  isOptional: boolean,
): Promise<DataCenterId | undefined> {
  const others = dataCenterIds.filter((id) => id !== first);
  const kept = new Set<string>();
  let hasAll = true;
  const verdicts = await Promise.all(
    others.map((id) =>
      verdictOf(id, nameOnly, uri).catch((error: unknown): Verdict => {
        hasAll = false;
        const problem = explain(error);
        if (problem.code === 'accessMissing') hostsInProblem(problem).forEach((host) => kept.add(host));
        return 'clientInvalid';
      }),
    ),
  );
  const home = others.find((_, index) => verdicts[index] !== 'clientInvalid');
  if (!home && !isOptional && kept.size > 0)
    throw new ProblemError('accessMissing', { hosts: [...kept].join(',') });
  return home ?? (hasAll && !isOptional ? first : undefined);
}
