import { describe, expect, it, vi } from 'vitest';
import { Runs, type Run } from '@/lib/jobs/run/runs';

const job = { id: 'j', connectionId: 'us:org1' };
const other = { id: 'k', connectionId: 'us:org1' };
const elsewhere = { id: 'l', connectionId: 'eu:org2' };

/** What a run does, until it is let go. */
function held() {
  let letGo: () => void = () => {};
  const end = new Promise<void>((resolve) => (letGo = resolve));
  return { carryOut: vi.fn((_run: Run) => end), letGo: () => letGo() };
}
const soon = () => new Promise((resolve) => void setTimeout(resolve, 1));

describe('the jobs that a worker has in hand', () => {
  it('are each in hand once', async () => {
    const runs = new Runs();
    const { carryOut, letGo } = held();
    runs.begin(job, carryOut);
    runs.begin(job, carryOut);
    const run = runs.get('j');
    expect(run?.stop.signal.aborted).toBe(false);
    await soon();
    letGo();
    await run?.ended;
    expect(carryOut.mock.calls).toEqual([[run]]);
    expect(runs.get('j')).toBeUndefined();
  });

  it('keep the worker busy until none is left', async () => {
    const onBusy = vi.fn();
    const runs = new Runs(onBusy);
    const [first, second] = [held(), held()];
    runs.begin(job, first.carryOut);
    runs.begin(elsewhere, second.carryOut);
    expect(onBusy.mock.calls).toEqual([[true], [true]]);
    first.letGo();
    await soon();
    expect(onBusy).toHaveBeenCalledTimes(2);
    second.letGo();
    await soon();
    expect(onBusy.mock.calls).toEqual([[true], [true], [false]]);
  });

  it('take turns where they are of one connection', async () => {
    const runs = new Runs();
    const [first, second, third] = [held(), held(), held()];
    runs.begin(job, first.carryOut);
    runs.begin(other, second.carryOut);
    runs.begin(elsewhere, third.carryOut);
    await soon();
    expect(second.carryOut).not.toHaveBeenCalled();
    expect(third.carryOut).toHaveBeenCalledOnce();
    first.letGo();
    await soon();
    expect(second.carryOut).toHaveBeenCalledOnce();
  });

  it('are begun again once the run in hand has ended', async () => {
    const runs = new Runs();
    const [first, second] = [held(), held()];
    runs.begin(job, first.carryOut);
    runs.beginAgain(job, second.carryOut);
    await soon();
    expect(second.carryOut).not.toHaveBeenCalled();
    first.letGo();
    await soon();
    expect(second.carryOut).toHaveBeenCalledOnce();
  });

  it('are begun again at once where no run is in hand', async () => {
    const runs = new Runs();
    const { carryOut } = held();
    runs.beginAgain(job, carryOut);
    expect(runs.get('j')).toBeDefined();
    await soon();
    expect(carryOut).toHaveBeenCalledOnce();
  });

  it('are changed by one at a time, while others of the connection run on', async () => {
    const runs = new Runs();
    runs.begin({ id: 'j', connectionId: 'k' }, held().carryOut);
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await soon();
      log.push(`${name} ends`);
    };
    await Promise.all([runs.alone('k', work('first')), runs.alone('k', work('second'))]);
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    void runs.alone('k', () => new Promise(() => {}));
    expect(await runs.alone('l', () => Promise.resolve('not waited for'))).toBe('not waited for');
  });
});
