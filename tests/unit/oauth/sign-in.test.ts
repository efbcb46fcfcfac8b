import { beforeEach, describe, expect, it, vi } from 'vitest';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { defaultOAuthSettings, saveOAuthSettings } from '@/lib/oauth/client-settings';
import { listConnections } from '@/lib/oauth/connection-store';
import { pageConnection } from '@/lib/oauth/page-connection';
import { SignIn } from '@/lib/oauth/sign-in';
import { forgetFailedSignIn } from '@/lib/oauth/sign-in-state';
import { onSignInChanged } from '@/lib/oauth/stored-items';
import { isMendedByAccess } from '@/lib/problem';
import { eventually } from '../support/eventually';
import { allow, withhold } from '../support/host-permissions';
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
    await saveOAuthSettings({ ...defaultOAuthSettings, client: clients.public, dataCenter: 'us' });
    const elsewhere = { dataCenter: 'eu', org: trading.org } as const;
    expect((await problemOf(signIn.connect(elsewhere))).code).toBe('otherOrg');
  });

  it('waits for the one that is under way', async () => {
    expect(await signIn.state(trading)).toEqual({ connecting: false });
    const all = [signIn.connect(trading), signIn.connect(trading), signIn.connect(trading)];
    expect(await signIn.state(trading)).toEqual({ connecting: true });
    await Promise.all(all);
    expect(await signIn.state(trading)).toEqual({ connecting: false });
    expect(world.launch).toHaveBeenCalledTimes(1);
  });

  it('of another page makes a page wait, and says so', async () => {
    const first = signIn.connect(trading);
    expect(await problemOf(signIn.connect(workshop))).toEqual({ code: 'signInBusy' });
    expect(await problemOf(signIn.connect())).toEqual({ code: 'signInBusy' });
    expect(await signIn.state(workshop)).toEqual({ connecting: false });
    await first;
    expect(world.launch).toHaveBeenCalledTimes(1);
  });

  it('is over for whoever is told that it changed', async () => {
    const seen: Promise<unknown>[] = [];
    const stop = onSignInChanged(() => seen.push(signIn.state(trading)));
    await signIn.connect(trading);
    await eventually(() => expect(seen.length).toBeGreaterThan(1));
    expect(await seen.at(-1)).toEqual({ connecting: false });
    stop();
  });

  it('may be tried again after it failed', async () => {
    world.choice = { email: 'lee@zylker.example', decision: 'Reject' };
    expect((await problemOf(signIn.connect(trading))).code).toBe('consentRejected');
    world.choice = { email: 'lee@zylker.example' };
    expect(await signIn.connect(trading)).toMatchObject(trading);
  });
});

describe('how a sign-in stands', () => {
  it('is kept where it failed, for the page that asked and for no other', async () => {
    world.choice = { email: 'lee@zylker.example', decision: 'Reject' };
    await problemOf(signIn.connect(trading));
    // The popup that asked is gone, and the worker may be another one.
    const later = new SignIn();
    expect(await later.state(trading)).toEqual({
      connecting: false,
      problem: { code: 'consentRejected' },
    });
    expect(await later.state(workshop)).toEqual({ connecting: false });
    expect(await later.state()).toEqual({ connecting: false });
  });

  it('is forgotten after ten minutes, and with the next sign-in', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    world.choice = { email: 'lee@zylker.example', decision: 'Reject' };
    await problemOf(signIn.connect(trading));
    vi.setSystemTime(Date.now() + 600_001);
    expect(await signIn.state(trading)).toEqual({ connecting: false });
    vi.useRealTimers();
    await problemOf(signIn.connect(trading));
    world.choice = { email: 'lee@zylker.example' };
    await signIn.connect(trading);
    expect(await signIn.state(trading)).toEqual({ connecting: false });
  });

  it('is said plainly where the worker was stopped in the middle', async () => {
    world.launch.mockImplementation(() => new Promise(() => {}));
    void signIn.connect(trading);
    await eventually(() => expect(world.launch).toHaveBeenCalled());
    const nextWorker = new SignIn();
    await nextWorker.recover();
    const { connecting, problem } = await nextWorker.state(trading);
    expect([connecting, problem?.code]).toEqual([false, 'signInInterrupted']);
  });

  it('is shown by the window of the one that is under way, when Connect is pressed again', async () => {
    const showWindow = vi.fn(() => Promise.resolve());
    signIn = new SignIn({ showWindow });
    await Promise.all([signIn.connect(trading), signIn.connect(trading)]);
    expect(showWindow).toHaveBeenCalledTimes(1);
    expect(world.launch).toHaveBeenCalledTimes(1);
  });

  it('that failed for want of access to a host is forgotten once that is allowed; any other failure is not', async () => {
    withhold('accounts.zoho.com');
    await problemOf(signIn.connect(trading));
    expect((await signIn.state(trading)).problem?.code).toBe('accessMissing');
    await forgetFailedSignIn(isMendedByAccess);
    expect(await signIn.state(trading)).toEqual({ connecting: false });

    allow('accounts.zoho.com');
    world.choice = { email: 'lee@zylker.example', decision: 'Reject' };
    await problemOf(signIn.connect(trading));
    await forgetFailedSignIn(isMendedByAccess);
    expect((await signIn.state(trading)).problem?.code).toBe('consentRejected');
  });

  it('keeps the worker awake from beginning to end, whatever the end is', async () => {
    const end = vi.fn();
    signIn = new SignIn({ onBegin: () => end });
    await signIn.connect(trading);
    world.choice = { email: 'lee@zylker.example', decision: 'Reject' };
    await problemOf(signIn.connect(trading));
    expect(end).toHaveBeenCalledTimes(2);
  });
});
