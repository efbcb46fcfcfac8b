import { describe, expect, it } from 'vitest';
import { NetworkError } from '@/lib/bigin/errors/network-error';
import { patiently } from '@/lib/preview/patiently';
import { callsTo } from '../support/calls';
import { clientAnswered } from '../support/fake';
import { virtualClock } from '../support/virtual-clock';

const failing = (times: number) => {
  let left = times;
  return () => (left-- > 0 ? Promise.reject(new NetworkError()) : Promise.resolve('answer'));
};

describe('a reading while a user looks on', () => {
  it('tells at once that there is no network', async () => {
    const clock = virtualClock();
    const patience = patiently(
      callsTo(
        clientAnswered(() => new Response()),
        clock,
      ),
      clock,
    );
    await expect(patience.attempt(failing(1))).rejects.toBeInstanceOf(NetworkError);
    expect(clock.pauses).toEqual([]);
  });

  it('takes a connection that is lost after an answer for chance, and does not begin anew for it', async () => {
    const clock = virtualClock();
    const patience = patiently(
      callsTo(
        clientAnswered(() => new Response()),
        clock,
      ),
      clock,
    );
    await patience.attempt(failing(0));
    expect(await patience.attempt(failing(2))).toBe('answer');
    await expect(patience.attempt(failing(9))).rejects.toBeInstanceOf(NetworkError);
  });
});
