import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runGates } from '../../../scripts/gates/run-gates';
import { toolGate } from '../../../scripts/gates/tool-gate';

const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
});

describe('gates', () => {
  it('are summed up, with the names of what failed', async () => {
    const tests = { name: 'tests', run: () => ({ passed: 3, failed: ['one of them'] }) };
    const lint = { name: 'lint', run: () => ({ passed: 1, failed: [] }) };
    expect(await runGates([tests, lint])).toEqual({ passed: 4, failed: ['one of them'] });
  });

  it('that cannot be run count as failed, say why, and keep no other from running', async () => {
    const broken = {
      name: 'packages',
      run() {
        throw new Error('No such file');
      },
    };
    const next = { name: 'lint', run: () => ({ passed: 1, failed: [] }) };
    expect(await runGates([broken, next])).toEqual({ passed: 1, failed: ['packages'] });
    expect(said.join('\n')).toContain('packages: No such file');
  });

  it.each([1, 2])('run %i at once, and no more', async (atOnce) => {
    let running = 0;
    let most = 0;
    const gate = {
      name: 'slow',
      async run() {
        most = Math.max(most, ++running);
        await new Promise((resolve) => void setTimeout(resolve, 5));
        running--;
        return { passed: 1, failed: [] };
      },
    };
    expect((await runGates([gate, gate, gate], atOnce)).passed).toBe(3);
    expect(most).toBe(atOnce);
  });
});

describe('a tool', () => {
  it.each([
    ['passes where it ends well', '--version', { passed: 1, failed: [] }],
    ['fails where it complains', '--no-such-flag', { passed: 0, failed: ['linter'] }],
  ])('%s, and what it printed is shown', async (_, flag, tally) => {
    expect(await toolGate('linter', 'knip', [flag]).run()).toEqual(tally);
    expect(said.join('\n')).toMatch(flag === '--version' ? /linter: passed\n\d/ : /linter: FAILED\n.*flag/s);
  });

  it('that is not there fails', async () => {
    await expect(async () => toolGate('nothing', 'no-such-tool', []).run()).rejects.toThrow(
      'No package brings the tool no-such-tool',
    );
  });
});
