import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { submissionOf } from '../../../scripts/release/submission';
import { root } from '../../../scripts/run-command';

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const step = z.object({
  run: z.optional(z.string()),
  env: z.optional(z.record(z.string(), z.string())),
  'working-directory': z.optional(z.string()),
});
const { jobs } = z
  .object({
    jobs: z.object({
      release: z.object({ steps: z.array(step) }),
      submit: z.object({
        strategy: z.object({
          'fail-fast': z.boolean(),
          matrix: z.object({ store: z.array(z.string()) }),
        }),
        env: z.record(z.string(), z.string()),
        steps: z.array(step),
      }),
    }),
  })
  .parse(parse(textOf('.github/workflows/release.yml')));

// The workflow runs on Linux.
describe.skipIf(process.platform === 'win32')('the release on GitHub', () => {
  const { run = '' } = jobs.release.steps.find((each) => each.run?.includes('gh release')) ?? {};

  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'untag-release-'));
    mkdirSync(join(folder, 'release'));
    for (const file of ['notes.md', 'a-chrome.zip', 'a-firefox.zip']) {
      writeFileSync(join(folder, 'release', file), '');
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What the step asks of GitHub where a release of the tag is there, or is not; GitHub may refuse the rest. */
  function asked(isThere: boolean, isRefused = false) {
    const gh = `gh() { echo "$*"; if [ "$2" = view ]; then ${isThere}; else ${!isRefused}; fi; }`;
    const { status, stdout } = spawnSync('bash', ['-e', '-c', `${gh}\n${run}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_REF_NAME: 'v1.2.3' },
    });
    return { calls: stdout.trim().split('\n'), succeeded: status === 0 };
  }

  it('is made of the changelog’s notes and the packages', () => {
    expect(asked(false)).toEqual({
      calls: [
        'release view v1.2.3',
        'release create v1.2.3 --verify-tag --title v1.2.3 --notes-file release/notes.md release/a-chrome.zip release/a-firefox.zip',
      ],
      succeeded: true,
    });
  });

  it('gets the packages where it is there already, and keeps its notes', () => {
    expect(asked(true)).toEqual({
      calls: [
        'release view v1.2.3',
        'release upload v1.2.3 release/a-chrome.zip release/a-firefox.zip --clobber',
      ],
      succeeded: true,
    });
  });

  it.each([true, false])('fails where GitHub refuses the packages (it was there: %s)', (isThere) => {
    expect(asked(isThere, true).succeeded).toBe(false);
  });
});

describe('the submission to the stores', () => {
  const { strategy, env, steps } = jobs.submit;
  const secrets = steps.find(({ run }) => run === 'npm run submit')?.env ?? {};

  it('is a job for each store: one can fail, and be run again, without the others', () => {
    expect(strategy['fail-fast']).toBe(false);
    expect(env).toEqual({ STORE: '${{ matrix.store }}' });
    const each = strategy.matrix.store.map((STORE) => submissionOf({ ...secrets, STORE }));
    expect(each.flatMap(({ args }) => args)).toEqual(submissionOf(secrets).args);
    for (const { args } of each) expect(args).not.toEqual([]);
  });

  it('has nothing installed beside the stores’ secrets but the tool, whose scripts are not run', () => {
    const installing = steps.filter(({ run = '' }) => /\bnpm (?!run submit$)|\bnpx\b/.test(run));
    expect(installing).toEqual([
      {
        run: 'npm ci --ignore-scripts --no-audit --no-fund',
        'working-directory': 'scripts/release/submit',
      },
    ]);
    const { scripts } = z
      .object({ scripts: z.object({ submit: z.string() }) })
      .parse(JSON.parse(textOf('package.json')));
    expect(scripts.submit).toBe('node scripts/release/submit/submit.mjs');
  });

  it.each(Object.keys(secrets))('asks for %s, and the maintainers’ recipe says so', (name) => {
    expect(textOf('docs/store/README.md')).toContain(`\`${name}\``);
  });

  it.each([
    ['the Chrome Web Store’s version 1.1', /CHROME_(?:CLIENT_ID|CLIENT_SECRET|REFRESH_TOKEN)/],
    ['Edge Add-ons’ version 1', /EDGE_(?:CLIENT_SECRET|ACCESS_TOKEN_URL)/],
  ])('asks for no secret of an API that has ended: %s', (_, ended) => {
    for (const path of ['.github/workflows/release.yml', 'docs/store/README.md']) {
      expect(textOf(path)).not.toMatch(ended);
    }
  });
});
