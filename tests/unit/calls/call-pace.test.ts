import { describe, expect, it } from 'vitest';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { CallPace, type PaceLimits } from '@/lib/calls/call-pace';
import { passingLessons } from '@/lib/learnt/learnt';
import { virtualClock } from '../support/virtual-clock';

/** An account that takes so many calls at once, and calls to it that end when told. */
class Account {
  underWay = 0;
  most = 0;
  refused = 0;
  made = 0;
  #ends: (() => void)[] = [];

  constructor(
    readonly limit: number,
    readonly retryAfter?: number,
  ) {}

  call = async (): Promise<void> => {
    this.made++;
    this.underWay++;
    this.most = Math.max(this.most, this.underWay);
    const isTooMany = this.underWay > this.limit;
    await new Promise<void>((resolve) => this.#ends.push(resolve));
    this.underWay--;
    if (!isTooMany) return;
    this.refused++;
    throw new BiginError({ code: 'TOO_MANY_REQUESTS', status: 429, retryAfter: this.retryAfter });
  };

  /** Every call that is under way comes back. */
  async round(): Promise<void> {
    const ends = this.#ends;
    this.#ends = [];
    for (const end of ends) end();
    await settle();
  }
}

/** Promises that can go on have gone on. */
const settle = () => new Promise((resolve) => void setTimeout(resolve, 0));

function paceOf(limits: Partial<PaceLimits> = {}, known = {}) {
  const clock = virtualClock();
  const lessons = passingLessons(known);
  return { clock, lessons, pace: new CallPace(clock, lessons, { start: 2, ceiling: 10, ...limits }) };
}

/** Makes calls until all have been taken, as those do that are refused and come back. */
async function workOff(pace: CallPace, account: Account, count: number): Promise<number[]> {
  const widths: number[] = [];
  const work = { left: count };
  const one = async () => {
    await pace.run(account.call).then(
      () => work.left--,
      () => one(),
    );
  };
  for (let index = 0; index < count; index++) void one();
  await settle();
  while (work.left > 0) {
    widths.push(account.underWay);
    await account.round();
  }
  return widths;
}

describe('the pace of calls', () => {
  it('begins low and doubles with each round that goes well, up to its ceiling', async () => {
    const { pace } = paceOf();
    const account = new Account(10);
    expect(await workOff(pace, account, 44)).toEqual([2, 4, 8, 10, 10, 10]);
    expect(account.refused).toBe(0);
  });

  it('begins where the account is known to stand', async () => {
    const { pace } = paceOf({}, { concurrency: 7 });
    expect((await workOff(pace, new Account(10), 20))[0]).toBe(7);
  });

  it('keeps to another ceiling from when it is told', async () => {
    const { pace } = paceOf({ start: 8 });
    pace.limitTo(3);
    const account = new Account(10);
    await workOff(pace, account, 20);
    expect(account.most).toBe(3);
  });

  it('never begins above its ceiling, whatever is known', async () => {
    const { pace } = paceOf({ ceiling: 3 }, { concurrency: 9 });
    const account = new Account(10);
    await workOff(pace, account, 20);
    expect(account.most).toBe(3);
  });

  it('is halved by a 429, and stays below what was too many', async () => {
    const { pace, lessons } = paceOf();
    const account = new Account(5);
    const widths = await workOff(pace, account, 60);
    expect(widths.slice(0, 4)).toEqual([2, 4, 8, 5]);
    expect(Math.max(...widths.slice(6))).toBe(5);
    expect(account.refused).toBeLessThanOrEqual(4);
    expect(lessons.known.concurrency).toBe(5);
  });

  it('tries one more at once after a hundred that went well, and no sooner', async () => {
    const { pace } = paceOf({ start: 5 });
    const account = new Account(5);
    await workOff(pace, account, 1000);
    expect(account.refused / account.made).toBeLessThan(0.02);
    expect(account.most).toBeGreaterThan(5);
  });

  it('holds every call for as long as Retry-After asks', async () => {
    const { pace, clock } = paceOf({ start: 1 });
    const account = new Account(0, 7_000);
    const refused = pace.run(account.call).catch(() => undefined);
    await settle();
    await account.round();
    await refused;
    void pace.run(account.call).catch(() => undefined);
    await settle();
    expect(clock.pauses).toEqual([7_000]);
    expect(account.made).toBe(2);
  });

  it('gives calls back that would have to stay longer than calls stay for', async () => {
    const { pace, clock } = paceOf({ start: 1 });
    const account = new Account(0, 60_000);
    const refused = pace.run(account.call).catch(() => undefined);
    await settle();
    await account.round();
    await refused;
    await expect(pace.run(account.call)).rejects.toMatchObject({ status: 429, retryAfter: 60_000 });
    expect([account.made, clock.pauses]).toEqual([1, []]);
  });

  it('lets the next call be made as soon as an answer has arrived', async () => {
    const { pace } = paceOf({ start: 1 });
    const order: string[] = [];
    const understood = pace.run(async (onArrived) => {
      onArrived();
      await settle();
      order.push('understood');
    });
    await Promise.all([understood, pace.run(async () => void order.push('next'))]);
    expect(order).toEqual(['next', 'understood']);
  });

  it('is not slowed down by spent credits, which fewer calls at once do not bring back', async () => {
    const { pace } = paceOf({ start: 4 });
    const spent = new BiginError({ code: 'TOO_MANY_REQUESTS', status: 429, creditsLeft: 0 });
    await pace.run(() => Promise.reject(spent)).catch(() => undefined);
    expect(pace.width).toBe(4);
  });

  it('lets the next call go where one has failed', async () => {
    const { pace } = paceOf({ start: 1 });
    await expect(pace.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await pace.run(() => Promise.resolve('next'))).toBe('next');
  });
});
