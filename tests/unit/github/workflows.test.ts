import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { root } from '../../../scripts/run-command';
import { submissionOf } from '../../../scripts/release/submission';
import { shippedPackages } from '../../../scripts/shipped-packages';

const folder = join(root, '.github/workflows');

const permissions = z.record(z.string(), z.string());
const step = z.object({
  run: z.optional(z.string()),
  uses: z.optional(z.string()),
  env: z.optional(z.record(z.string(), z.string())),
});
const workflow = z.object({
  permissions,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.optional(permissions),
      'timeout-minutes': z.number(),
      steps: z.array(step),
    }),
  ),
});
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  return { file, text, ...workflow.parse(parse(text)) };
});
const stepsOf = (file: string) =>
  Object.values(workflows.find((each) => each.file === file)?.jobs ?? {}).flatMap(({ steps }) => steps);

describe.each(workflows)('the workflow $file', ({ text, permissions: given, jobs }) => {
  const steps = Object.values(jobs).flatMap(({ steps: those }) => those);

  it('is one by GitHub’s schema', () => {
    expect(validateWorkflow(text).errors).toEqual([]);
  });

  it('runs scripts that there are', () => {
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/\bnpm (?:run )?([\w:-]+)/g)]);
    const own = named.map(([, name = '']) => name).filter((name) => name !== 'ci');
    expect(own).not.toEqual([]);
    for (const name of own) expect(scripts).toHaveProperty([name]);
  });

  it('takes actions from GitHub alone, each by its commit, whose version stands beside it', () => {
    const used = text.split('\n').filter((line) => line.includes('uses:'));
    expect(used).not.toEqual([]);
    for (const line of used) expect(line).toMatch(/uses: actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read, and no more than a job needs beyond that', () => {
    expect(given).toEqual({ contents: 'read' });
    for (const [name, job] of Object.entries(jobs)) {
      if (job.permissions) expect([name, job.permissions]).toEqual(['release', { contents: 'write' }]);
    }
  });

  it('leaves no way for a text of somebody else’s into a command', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

it('what a change is checked by is what maintainers run', () => {
  expect(stepsOf('ci.yml').flatMap(({ run }) => run ?? [])).toEqual(['npm test']);
  for (const file of ['nightly.yml', 'release.yml'])
    expect(stepsOf(file).flatMap(({ run }) => run ?? [])).toContain('npm run test:all');
});

it('a release is of the default branch, and publishes the packages that were tried last', () => {
  const steps = stepsOf('release.yml').map(({ run = '', uses = '' }) => run || uses);
  const at = (what: RegExp) => steps.findIndex((line) => what.test(line));
  expect(at(/merge-base --is-ancestor HEAD "origin\/\$DEFAULT_BRANCH"/)).toBe(1);
  expect(at(/^npm run check:packages$/)).toBeGreaterThan(at(/^npm run test:all$/));
  expect(steps[at(/^npm run check:packages$/) + 1]).toContain('mv .output/*.zip release/');
});

it('what ships is updated by itself, and looked at alone', () => {
  const { updates } = z
    .object({
      updates: z.array(
        z.object({
          directory: z.string(),
          groups: z.optional(
            z.record(z.string(), z.object({ 'exclude-patterns': z.optional(z.array(z.string())) })),
          ),
        }),
      ),
    })
    .parse(parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8')));
  const { devDependencies } = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const shipped = shippedPackages();
  // Types are gone once it is built.
  const shipping = Object.keys(devDependencies).filter(
    (name) => shipped.has(name) && !name.startsWith('@types/'),
  );
  expect(updates[0]?.groups?.['tools']?.['exclude-patterns']).toEqual(shipping);
});

it('what submits a release, which is installed by itself, is updated by itself too', () => {
  const { updates } = z
    .object({ updates: z.array(z.object({ directory: z.string() })) })
    .parse(parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8')));
  const installing = stepsOf('release.yml').find(({ run = '' }) => run.startsWith('npm ci --ignore-scripts'));
  expect(installing).toBeDefined();
  expect(updates.map(({ directory }) => directory)).toContain('/scripts/release/submit');
});

it('a release hands over each secret that a submission asks for', () => {
  const { env = {} } = stepsOf('release.yml').find(({ run }) => run === 'npm run submit') ?? {};
  for (const [name, value] of Object.entries(env)) expect(value).toBe(`\${{ secrets.${name} }}`);
  expect(submissionOf(env).leftOut).toEqual([]);
});
