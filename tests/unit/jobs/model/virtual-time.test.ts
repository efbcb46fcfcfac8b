import { beforeEach, expect, it } from 'vitest';
import { VirtualTime } from '../../support/virtual-time';

let time: VirtualTime;
let events: string[];

beforeEach(() => {
  time = new VirtualTime({ start: 1_000 });
  events = [];
});

const happens = (event: string) => events.push(`${time.now()} ${event}`);

async function sleeper(name: string, pauses: number[], signal?: AbortSignal): Promise<void> {
  for (const pause of pauses) {
    await time.sleep(pause, signal);
    happens(name);
  }
}

it('sleepers wake in order of time, whoever fell asleep first, and none of them really waits', async () => {
  const begun = performance.now();
  void sleeper('a', [60_000, 1]);
  void sleeper('b', [10, 59_990]);
  await time.pass();
  expect(events).toEqual(['1010 b', '61000 a', '61000 b', '61001 a']);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

it('a sleep ends with its signal, at once', async () => {
  const end = new AbortController();
  void sleeper('a', [500], end.signal);
  void time.sleep(20).then(() => end.abort());
  await time.pass();
  expect(events).toEqual(['1020 a']);
});

it('no time passes while work is under way that takes none', async () => {
  const work = time.busy(async () => {
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    happens('work');
    await time.sleepWithin(5);
    happens('end of the work');
  });
  void sleeper('a', [1, 10]);
  await time.pass();
  await work;
  expect(events).toEqual(['1000 work', '1001 a', '1005 end of the work', '1011 a']);
});

it('passes up to a moment', async () => {
  void sleeper('a', [10, 10]);
  await time.pass(1_015);
  expect([time.now(), events]).toEqual([1_015, ['1010 a']]);
});

it('tells of sleepers that never come to an end', async () => {
  void sleeper(
    'a',
    Array.from({ length: 100_000 }, () => 1),
  );
  await expect(time.pass()).rejects.toThrow('nothing comes to an end');
});

it('draws the same chances for the same seed', () => {
  const drawn = (seed: number) => {
    const clock = new VirtualTime({ seed });
    return Array.from({ length: 5 }, () => clock.random());
  };
  expect(drawn(3)).toEqual(drawn(3));
  expect(drawn(3)).not.toEqual(drawn(4));
});
