import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainFailure, explainProblem, explainWait } from '@/lib/i18n/explain-problem';
import { dataCenterName } from '@/lib/i18n/data-center-name';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { problemCodes } from '@/lib/problem';

const root = join(import.meta.dirname, '../../..');
const en = JSON.parse(readFileSync(join(root, 'lib/i18n/locales/en.json'), 'utf8')) as Record<
  MessageKey,
  string
>;
const keys = Object.keys(en) as MessageKey[];
const keysOf = (family: string) => keys.filter((key) => key.startsWith(`${family}.`));

/** The product's source, but for the sentences themselves. */
const source = ['lib', 'entrypoints', 'components']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(root, folder, file),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  // The manifest names those of its own as the browser does.
  .concat(
    readFileSync(join(root, 'wxt.config.ts'), 'utf8').replace(/__MSG_(\w+)__/g, (_, key: string) =>
      key.replaceAll('_', '.'),
    ),
  )
  .join('\n');

describe('the sentences', () => {
  it('tell every problem, and no other', () => {
    expect(keysOf('problem').toSorted()).toEqual(problemCodes.map((code) => `problem.${code}`).toSorted());
  });

  it('of problems are all used: each code stands where something can go wrong', () => {
    const thrown = source.replace(/export const problemCodes = \[[^\]]*\]/, '');
    expect(problemCodes.filter((code) => !thrown.includes(`'${code}'`))).toEqual([]);
  });

  it('are all used', () => {
    const built = ['problem.', 'failure.', 'waiting.', 'options.clientType.', 'paste.reason.', 'module.'];
    const unused = keys.filter(
      (key) => !built.some((family) => key.startsWith(family)) && !source.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });

  it('of failures tell Bigin’s codes, and one tells all others', () => {
    const codes = keysOf('failure').map((key) => key.slice('failure.'.length));
    for (const code of codes.filter((each) => each !== 'other')) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(explainFailure(code)).toBe(en[`failure.${code}` as MessageKey]);
    }
    expect(explainFailure('BRAND_NEW')).toContain('BRAND_NEW');
    expect(explainFailure('')).toContain('Bigin refused the change');
    expect(explainFailure('constructor')).toContain('constructor');
  });

  it('of what is waited for say what happened, and not what to do about it', () => {
    for (const key of keysOf('waiting')) expect(problemCodes.map((code) => `waiting.${code}`)).toContain(key);
    expect(explainWait({ code: 'networkDown' })).toBe('Bigin cannot be reached.');
    expect(explainWait({ code: 'noPermission' })).toBe(explainProblem({ code: 'noPermission' }));
  });

  it('are whole sentences where they tell of a problem', () => {
    for (const key of keysOf('problem')) expect(en[key]).toMatch(/^[A-Z“].*\.$/);
  });

  it('are written in a syntax that can be read, and leave no blank open', () => {
    const values = {
      account: 'x',
      calls: 2,
      code: 'X',
      column: 'Id',
      connected: 'A',
      cost: '1 call',
      first: 'One sentence.',
      second: 'Another.',
      count: 2,
      credits: 6,
      dataCenter: 'in',
      fields: 'Subject',
      found: 1,
      host: 'bigin.zoho.com',
      hosts: 'bigin.zoho.com',
      keys: 'Alt+Shift+U',
      left: 900,
      limit: 100_000,
      line: 3,
      module: 'Contacts',
      modules: 'Calls',
      next: 'Connect',
      org: 'A',
      orgs: 'A',
      pageCount: 9,
      read: 200,
      readCount: 1,
      records: 2,
      renewed: 'A',
      scope: 'S',
      scopes: 'S',
      setting: 'Theme',
      settled: 1,
      share: 0.5,
      status: 200,
      tag: 'VIP',
      tags: 1,
      time: '20 seconds',
      total: 3,
      user: 'Dana',
      wanted: 'org1',
      when: 'today',
    };
    for (const key of keys) {
      const text = translate(key, values);
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('take what fills them for text, not for markup', () => {
    const values = { tag: "<b>{count}</b> “x” & 'y'" };
    expect(explainProblem({ code: 'tagHasComma', values })).toContain(values.tag);
  });

  it('are turned round by no name', () => {
    const told = (tag: string) => translate('menu.removeTag', { tag });
    const [before = '', after = ''] = told('|').split('|');
    expect(told('\u202eVIP\u2069')).toBe(`${before}\u2068VIP\u2069${after}`);
    expect(told('מבצע')).toBe(`${before}\u2068מבצע\u2069${after}`);
    expect(told('VIP')).toBe(`${before}VIP${after}`);
  });

  it('count in words', () => {
    expect(translate('popup.selected', { count: 1234, module: 'Contacts' })).toBe('1,234 Contacts selected');
    expect(translate('remove.button', { tags: 1, records: 2 })).toBe('Remove 1 tag from 2 records');
    expect(translate('remove.button', { tags: 2, records: 1 })).toBe('Remove 2 tags from 1 record');
    expect(translate('tags.onSome', { count: 2, total: 3 })).toBe('on 2 of 3 records');
    expect(translate('result.removed', { tags: 1, records: 2 })).toMatch(/^Removed 1 tag from 2 records/);
    expect(translate('result.restored', { tags: 1, records: 2 })).toMatch(/^Restored/);
  });

  it('say both numbers where more are selected than could be read', () => {
    const text = translate('popup.shortfall', { pageCount: 120, readCount: 14 });
    expect(text).toContain('120');
    expect(text).toContain('14');
  });
});

describe('the data centers’ names', () => {
  it('are those of the places they serve, as the document on permissions names them', () => {
    const document = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
    const named = [...document.matchAll(/^\| ([^|]+?) +\| `https:\/\/bigin\./gm)].map(([, name]) => name);
    expect(dataCenterIds.map(dataCenterName)).toEqual(named);
  });
});
