import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readGiven } from '@/lib/browser/given-selections';
import { readDraft } from '@/lib/browser/stored-drafts';
import { storedGathering } from '@/lib/browser/stored-gathering';
import { connectionInfo, connectionSchema } from '@/lib/oauth/connection';
import { readOAuthSettings, type OAuthSettings } from '@/lib/oauth/client-settings';
import { listConnections, readAccessToken } from '@/lib/oauth/connection-store';
import { isRenewalPaused, pauseRenewal } from '@/lib/oauth/renewal-pause';
import { readSignIn } from '@/lib/oauth/sign-in-state';
import { buildSelections } from '@/lib/selection/build-selections';
import { readAppearance, themes } from '@/lib/settings/appearance';
import { readRunSettings, runSettingLimits, standardRunSettings } from '@/lib/settings/run-settings';
import * as z from '@/lib/zod';
import { aConnection } from '../support/a-connection';
import { isPolluted, mutationsOf } from './any-json';

// Many examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const page = { dataCenter: 'us', org: 'org1' } as const;
const ids = ['7618134000000632028', '7618134000000632029'];
const selections = buildSelections(page, [
  { source: 'pasted', modules: ['Tasks'], ids },
  { source: 'pasted', modules: ['Tasks', 'Calls'], ids: ['7618134000000632030'] },
]);
const gathering = { ...page, module: 'Tasks', what: { kind: 'tag', tagNames: ['VIP'] } };
const signIn = { kind: 'failed', page, problem: { code: 'signInNeeded', values: { org: 'One' } }, at: 1 };
const draft = {
  panel: 'paste',
  pasted: ids.join('\n'),
  byTag: { module: 'Calls', tagIds: ['7618134000000632028'], filter: 'vip' },
  module: 'Tasks',
  choices: [{ key: 'k', tagNames: ['VIP'], filter: 'v' }],
};

interface StoredThing {
  area: 'local' | 'session';
  key: string;
  /** As this version stores it. */
  valid: unknown;
  read: () => Promise<unknown>;
  /** What is read of it; itself unless told. */
  whole?: unknown;
  /** Whether what was read can be worked with. */
  isUsable: (value: never) => boolean;
}

const isWithin = (name: keyof typeof runSettingLimits, value: number) =>
  Number.isInteger(value) && value >= runSettingLimits[name].least && value <= runSettingLimits[name].most;

const things: Record<string, StoredThing> = {
  connections: {
    area: 'local',
    key: 'connections',
    valid: [aConnection, { ...aConnection, id: 'eu:org1', dataCenter: 'eu' }],
    read: listConnections,
    isUsable: (all: unknown[]) => all.every((one) => z.safeParse(connectionSchema, one).success),
  },
  'the client': {
    area: 'local',
    key: 'oauthSettings',
    valid: {
      client: { type: 'server', id: '1000.X', secret: 's' },
      dataCenter: 'eu',
      redirectForm: 'loopback',
    },
    read: readOAuthSettings,
    isUsable: ({ client, dataCenter, redirectForm }: OAuthSettings) =>
      typeof client.id === 'string' && typeof client.secret === 'string' && !!dataCenter && !!redirectForm,
  },
  'the pace of removals': {
    area: 'local',
    key: 'runSettings',
    valid: { ...standardRunSettings, keepDays: 7 },
    read: readRunSettings,
    isUsable: (settings: typeof standardRunSettings) =>
      (Object.keys(runSettingLimits) as (keyof typeof runSettingLimits)[]).every((name) =>
        isWithin(name, settings[name]),
      ),
  },
  'the appearance': {
    area: 'local',
    key: 'appearance',
    valid: { theme: 'dark', language: 'ja' },
    read: readAppearance,
    isUsable: ({ theme, language }: { theme: never; language: string }) =>
      themes.includes(theme) && /^(?:automatic|[a-z]{2}(?:-[A-Z]{2})?)$/.test(language),
  },
  'an access token': {
    area: 'session',
    key: 'accessToken:us:org1',
    valid: { token: 't', expiresAt: 5 },
    read: () => readAccessToken('us:org1'),
    isUsable: (token?: { token: unknown; expiresAt: unknown }) =>
      !token || (typeof token.token === 'string' && typeof token.expiresAt === 'number'),
  },
  'a pause of renewals': {
    area: 'session',
    key: 'renewalPause:us:org1',
    valid: { until: 5, refusals: 1 },
    whole: false,
    async read() {
      const isPaused = await isRenewalPaused('us:org1');
      await pauseRenewal('us:org1');
      expect(await isRenewalPaused('us:org1')).toBe(true);
      return isPaused;
    },
    isUsable: (isPaused: unknown) => typeof isPaused === 'boolean',
  },
  'a sign-in': {
    area: 'session',
    key: 'signIn',
    valid: signIn,
    read: readSignIn,
    isUsable: (known?: { kind: string }) => !known || ['running', 'failed'].includes(known.kind),
  },
  'a draft': {
    area: 'session',
    key: 'draft-1',
    valid: draft,
    read: () => readDraft(1),
    isUsable: ({ choices }: typeof draft) => choices.every(({ tagNames }) => Array.isArray(tagNames)),
  },
  'what was given': {
    area: 'session',
    key: 'given-1',
    valid: selections,
    read: () => readGiven(1),
    isUsable: (given?: typeof selections) =>
      !given || given.byModule.every((one) => one.ids.every((id) => /^\d{15,19}$/.test(id))),
  },
  'a reading': {
    area: 'session',
    key: 'gathering-1',
    valid: gathering,
    read: () => storedGathering(1),
    isUsable: (request?: { org: string }) => !request || /^org\d+$/.test(request.org),
  },
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
  const tab = { id: 1, url: 'https://bigin.zoho.com/bigin/org1/Home' };
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(tab as never);
});

describe.each(Object.entries(things))('stored: %s', (_, { area, key, valid, whole, read, isUsable }) => {
  const store = (value: unknown) =>
    (fakeBrowser.storage[area] as { set: (items: object) => Promise<void> }).set({ [key]: value });

  it('as this version stores it is read whole', async () => {
    await store(valid);
    expect(await read()).toEqual(whole ?? valid);
  });

  it('as anything is read as far as it can be worked with, or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(valid), async (value) => {
        await store(value);
        expect(isUsable((await read()) as never)).toBe(true);
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what pages are told of any stored connection', () => {
  it('has no token and no secret in it', async () => {
    const secrets = [aConnection.refreshToken ?? '', aConnection.client.secret];
    await fc.assert(
      fc.asyncProperty(mutationsOf([aConnection]), async (value) => {
        await fakeBrowser.storage.local.set({ connections: value });
        const told = JSON.stringify((await listConnections()).map(connectionInfo));
        for (const secret of secrets) expect(told).not.toContain(secret);
      }),
      { numRuns: 150 },
    );
  });
});
