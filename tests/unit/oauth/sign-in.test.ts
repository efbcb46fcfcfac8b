import { beforeEach, describe, expect, it } from 'vitest';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { saveOAuthSettings } from '@/lib/oauth/client-settings';
import { listConnections } from '@/lib/oauth/connection-store';
import { pageConnection } from '@/lib/oauth/page-connection';
import { SignIn } from '@/lib/oauth/sign-in';
import { clients, oauthWorld, type OAuthWorld } from '../support/oauth';
import { problemOf } from '../support/problem-of';

let world: OAuthWorld;
let signIn: SignIn;
const trading = { dataCenter: 'us', org: 'org942010964' } as const;
const workshop = { dataCenter: 'us', org: 'org942010977' } as const;

beforeEach(async () => {
  world = await oauthWorld();
  signIn = new SignIn();
});

describe('a sign-in that a page asks for', () => {
  it('connects the page’s organization', async () => {
    expect(await signIn.connect(trading)).toMatchObject(trading);
  });

  it('says so where the user chose another one, and keeps that', async () => {
    world.choice = { email: 'dana@zylker.example', org: '942010964' };
    const problem = await problemOf(signIn.connect(workshop));
    expect(problem).toEqual({
      code: 'otherOrg',
      values: { connected: 'Zylker Trading', wanted: 'org942010977' },
    });
    expect(explainProblem(problem)).toContain('Zylker Trading');
    expect(await listConnections()).toMatchObject([trading]);
    expect(await pageConnection('us', workshop.org)).toMatchObject({ others: [trading] });
  });

  it('is not content with the same organization’s number elsewhere', async () => {
    await saveOAuthSettings({ client: clients.public, dataCenter: 'us' });
    const elsewhere = { dataCenter: 'eu', org: trading.org } as const;
    expect((await problemOf(signIn.connect(elsewhere))).code).toBe('otherOrg');
  });

  it('waits for the one that is under way', async () => {
    expect(signIn.isRunning).toBe(false);
    const all = [signIn.connect(trading), signIn.connect(), signIn.connect(trading)];
    expect(signIn.isRunning).toBe(true);
    await Promise.all(all);
    expect(signIn.isRunning).toBe(false);
    expect(world.launch).toHaveBeenCalledTimes(1);
  });

  it('may be tried again after it failed', async () => {
    world.choice = { email: 'lee@zylker.example', decision: 'Reject' };
    expect((await problemOf(signIn.connect(trading))).code).toBe('consentRejected');
    world.choice = { email: 'lee@zylker.example' };
    expect(await signIn.connect(trading)).toMatchObject(trading);
  });
});
