import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AccessTokens } from '@/lib/oauth/access-tokens';
import { connect } from '@/lib/oauth/connect';
import { findConnection, readAccessToken } from '@/lib/oauth/connection-store';
import { eventually } from '../support/eventually';
import { clients, oauthWorld, type OAuthWorld } from '../support/oauth';
import { problemOf } from '../support/problem-of';

const lee = { email: 'lee@zylker.example' };
const nils = { email: 'nils@nordlicht.example' };
let world: OAuthWorld;
let tokens: AccessTokens;

beforeEach(async () => {
  world = await oauthWorld(clients.implicit);
  tokens = new AccessTokens();
  return () => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  };
});

async function connected(dataCenter: 'us' | 'eu' = 'us'): Promise<string> {
  world.choice = dataCenter === 'eu' ? nils : lee;
  return (await connect(dataCenter)).id;
}

/** A renewal for want of the token that there is. */
const renew = async (id: string) => tokens.get(id, (await readAccessToken(id))?.token);
const isSignInNeeded = async (id: string) => (await findConnection(id))?.signInNeeded;

/**
 * As Chromium has it: a flow that begins while another is open fails. Each data center has its own person, who finishes
 * a consent when told to.
 */
function oneAtATime(consent?: Promise<void>): void {
  const genuine = world.launch.getMockImplementation();
  let isOpen = false;
  world.launch.mockImplementation(async (details) => {
    if (isOpen) throw new Error('Only one web auth flow is allowed at a time.');
    isOpen = true;
    world.choice = new URL(details.url).host === 'accounts.zoho.eu' ? nils : lee;
    try {
      if (details.interactive) await consent;
      return await genuine?.(details);
    } finally {
      isOpen = false;
    }
  });
}

describe('a silent renewal that Zoho never answers', () => {
  it('is given up after half a minute, and may be made again: in Firefox', async () => {
    vi.stubEnv('FIREFOX', 'true');
    const id = await connected();
    world.launch.mockImplementationOnce(() => new Promise(() => {}));
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const end = vi.fn();
    void problemOf(renew(id)).then(end);
    while (world.launch.mock.calls.length < 2) await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(end).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(end).toHaveBeenCalledWith({ code: 'networkDown' });
    expect(await isSignInNeeded(id)).toBe(false);
    expect(await renew(id)).toMatch(/^1000\./);
    const [details] = world.launch.mock.lastCall ?? [];
    expect(details).not.toHaveProperty('timeoutMsForNonInteractive');
  });

  it('is ended by Chromium itself, where it would hinder the next for as long as it lasts', async () => {
    const id = await connected();
    world.launch.mockRejectedValueOnce(new Error('Authorization page load timed out.'));
    expect(await problemOf(renew(id))).toEqual({ code: 'networkDown' });
    const [details] = world.launch.mock.lastCall ?? [];
    expect(details).toHaveProperty('timeoutMsForNonInteractive', 30_000);
  });
});

describe('a silent renewal whose page Chromium could not load', () => {
  const refuse = () =>
    world.launch.mockRejectedValueOnce(new Error('Authorization page could not be loaded.'));

  it('though Zoho answers, as with any HTTP error, is not told as being offline', async () => {
    const id = await connected();
    refuse();
    expect(await problemOf(renew(id))).toEqual({ code: 'signInFailed' });
    expect(await isSignInNeeded(id)).toBe(false);
    expect(await renew(id)).toMatch(/^1000\./);
  });

  it('while Zoho does not answer either is told as being offline', async () => {
    const id = await connected();
    refuse();
    world.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await problemOf(renew(id))).toEqual({ code: 'networkDown' });
  });
});

describe('where the browser has one flow at a time', () => {
  it('renewals of several connections wait for each other', async () => {
    oneAtATime();
    const ids = [await connected(), await connected('eu')];
    for (const token of await Promise.all(ids.map(renew))) expect(token).toMatch(/^1000\./);
  });

  it('a renewal while the user signs in says so, and leaves the connection as it is', async () => {
    const id = await connected();
    let finish = () => {};
    oneAtATime(new Promise((resolve) => (finish = resolve)));
    const signIn = connect('us');
    await eventually(() => expect(world.launch).toHaveBeenCalledTimes(2));
    expect(await problemOf(renew(id))).toEqual({ code: 'signInBusy' });
    expect(await isSignInNeeded(id)).toBe(false);
    finish();
    await signIn;
    expect(await renew(id)).toMatch(/^1000\./);
  });
});
