import { createAccounts } from './accounts/index';
import { Grants, type KeptGrants } from './accounts/grants';
import { Sessions } from './accounts/sessions';
import { createApi } from './api/index';
import { Credits } from './api/credits';
import { tokenOf } from './api/authorization';
import { defaultBehaviour, type Behaviour, type Fault } from './behaviour';
import { AdvancingClock, type Clock } from './clock';
import { createControl } from './control/index';
import { ConnectionCut } from './connection-cut';
import { mergeInto, type DeepPartial } from './deep-partial';
import { FaultBook } from './faults';
import { faultAnswer } from './fault-answer';
import type { Parts } from './parts';
import { loggableQuery, type LoggedRequest } from './request-log';
import { serviceOf } from './services';
import { spoil } from './spoil';
import type { LoggedTagChange } from './tag-change-log';
import { Traffic } from './traffic';
import { createWebApp } from './web-app/index';
import { World } from './world/world';

export interface FakeBiginOptions {
  seed?: number;
  /** The time to go by; real time unless told. */
  now?: () => number;
  /** Waits so many milliseconds before a request is worked on, of latency or a delay; really, unless told. */
  wait?: (ms: number, request: Request) => Promise<void>;
}

/** Who is signed in, and what they have granted. */
export interface KeptSignIns {
  sessions: ReadonlyMap<string, string>;
  grants: KeptGrants;
}

export interface FakeBigin {
  /** Answers as the host that the URL names. A cut connection rejects with a TypeError, as `fetch` does. */
  fetch(request: Request): Promise<Response>;
  readonly clock: Clock;
  readonly world: World;
  readonly behaviour: Behaviour;
  /** Merges into the behaviour. */
  configure(changes: DeepPartial<Behaviour>): void;
  fail(fault: Fault): void;
  clearFaults(): void;
  /** Every request but those to control, oldest first. */
  readonly requests: LoggedRequest[];
  /** What API calls did to records' tags, oldest first. */
  readonly tagChanges: LoggedTagChange[];
  /** Tokens without a consent, for tests that need none. As with any client, a user's twenty-first drops the first. */
  issueToken(wanted: { zgid: string; email?: string; scopes?: string[]; seconds?: number }): {
    accessToken: string;
    refreshToken: string;
  };
  revokeGrant(zgid: string, email?: string): void;
  /** The sign-ins as they are now, to go on with after a reset: with the same cookies and tokens. */
  keepSignIns(): KeptSignIns;
  restoreSignIns(kept: KeptSignIns): void;
  /** Every code and token given out since the start. */
  readonly secrets: readonly string[];
  /** Credits an org has spent in the last 24 hours. */
  creditsSpent(zgid: string): number;
  /** World, clock, behaviour, faults, log, sessions and grants as at the start. What is under way is cut, without effect. */
  reset(): void;
}

const everyScope = [
  'ZohoBigin.modules.ALL',
  'ZohoBigin.settings.ALL',
  'ZohoBigin.org.READ',
  'ZohoBigin.coql.READ',
];

export function createFakeBigin({
  seed = 1,
  now = Date.now,
  wait = waitReally,
}: FakeBiginOptions = {}): FakeBigin {
  const clock = new AdvancingClock(now);
  const behaviour = structuredClone(defaultBehaviour);
  const world = new World(clock, seed);
  const grants = new Grants(clock, behaviour);
  const parts: Parts = {
    clock,
    world,
    behaviour,
    grants,
    sessions: new Sessions(),
    credits: new Credits(clock),
    tagChanges: [],
  };
  const faults = new FaultBook();
  const traffic = new Traffic();
  const requests: LoggedRequest[] = [];
  let requestCount = 0;
  let resetCount = 0;

  const api = createApi(parts);
  const accounts = createAccounts(parts);
  // Made at the first request: it bundles its client, which most tests never need.
  let webApp: ReturnType<typeof createWebApp> | undefined;

  const fake: FakeBigin = {
    clock,
    world,
    behaviour,
    requests,
    tagChanges: parts.tagChanges,
    configure: (changes) => mergeInto(behaviour, changes),
    fail: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    issueToken({ zgid, email, scopes = everyScope, seconds }) {
      const user = world.users.find(
        (each) => each.orgs.includes(zgid) && (email === undefined || each.email === email),
      );
      const clientId = world.clients.find(({ type }) => type === 'public')?.id;
      if (!user || !clientId) throw new Error(`nobody may have a token for org ${zgid}`);
      const grant = grants.allow({ email: user.email, clientId, zgid, scopes, forSession: true });
      const refreshToken = grants.issueRefreshToken(grant, scopes).token;
      return {
        accessToken: grants.issueAccessToken(grant, scopes, refreshToken, seconds).token,
        refreshToken,
      };
    },
    keepSignIns: () => ({ sessions: parts.sessions.keep(), grants: grants.keep() }),
    restoreSignIns(kept) {
      parts.sessions.restore(kept.sessions);
      grants.restore(kept.grants);
    },
    secrets: grants.secrets,
    revokeGrant: (zgid, email) => grants.revokeGrant(zgid, email),
    creditsSpent: (zgid) => parts.credits.spent(zgid),
    reset() {
      resetCount++;
      clock.reset();
      mergeInto(behaviour, defaultBehaviour);
      world.reset();
      grants.reset();
      parts.sessions.reset();
      parts.credits.reset();
      faults.clear();
      traffic.reset();
      requests.length = 0;
      parts.tagChanges.length = 0;
    },
    fetch: answer,
  };
  const control = createControl(fake);

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const service = serviceOf(url.hostname);
    if (!service) return new Response('no such host here', { status: 421 });
    if (service.name === 'control') return control.fetch(request);

    const zgid = service.name === 'api' ? (tokenOf(request, parts)?.grant.zgid ?? null) : null;
    const { count, leave } = traffic.enter(zgid ?? service.name);
    const logged: LoggedRequest = {
      number: ++requestCount,
      at: clock.now(),
      service: service.name,
      method: request.method,
      host: url.hostname,
      path: url.pathname,
      query: loggableQuery(url.searchParams),
      zgid,
      status: null,
      concurrency: count,
    };
    requests.push(logged);
    try {
      const response = await work(request, logged);
      logged.status = response.status;
      return response;
    } finally {
      leave();
    }
  }

  async function work(request: Request, { service, number, concurrency }: LoggedRequest): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const before = resetCount;
    const fault = faults.take({
      service,
      method: request.method,
      path: pathname,
      text: `${pathname}${search}${await request.clone().text()}`,
    });
    if (fault?.kind === 'disconnect' && fault.when === 'before') throw new ConnectionCut();
    if (service !== 'web-app') await wait(behaviour.latencyMs, request);
    if (fault?.kind === 'delay') await wait(fault.ms, request);
    if (fault?.kind === 'hold') await faults.cleared();
    // Of a world that is gone.
    if (before !== resetCount) throw new ConnectionCut();
    if (fault?.kind === 'status' && !fault.isDone) return faultAnswer(service, fault);

    const response = await dispatch();
    if (fault?.kind === 'status') return faultAnswer(service, fault);
    if (fault?.kind === 'disconnect') throw new ConnectionCut();
    return fault?.kind === 'body' ? spoil(response, fault.spoilt) : response;

    function dispatch(): Response | Promise<Response> {
      if (service === 'api') {
        return api.fetch(request, {
          concurrency,
          requestNumber: number,
          fault: {
            failingRecords: fault?.kind === 'records' ? fault : null,
            isCutMidway: fault?.kind === 'disconnect' && fault.when === 'midway',
          },
        });
      }
      if (service === 'accounts') return accounts.fetch(request);
      return (webApp ??= createWebApp({ world })).fetch(request);
    }
  }

  return fake;
}

const waitReally = (ms: number) =>
  ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
