import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from '@/lib/jobs/account/export/csv';
import { exportFileName } from '@/lib/jobs/account/export/file-name';
import { jsonOf } from '@/lib/jobs/account/export/json';
import { recordAccounts, type RecordAccount } from '@/lib/jobs/account/record-accounts';
import type { Batch, Job } from '@/lib/jobs/job';
import { aJob } from '../../../support/a-job';
import { parsePasted } from '@/lib/selection/given/parse-pasted';

const id = '7618134000000632028';
const otherId = '7618134000000632029';
const job = aJob({ createdAt: new Date(2026, 10, 25, 9, 30).getTime(), state: 'finished' });
const undo: Job = { ...job, kind: 'undo', undoOf: 'j' };
const record: RecordAccount = {
  id,
  before: ['VIP', 'Trade fair 2026'],
  changed: ['VIP'],
  outcome: 'changed',
  code: '',
  message: '',
  after: ['Trade fair 2026'],
};

/** The file as a spreadsheet reads it. */
const cellsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, '')).data;
const rowOf = (change: Partial<RecordAccount>) => cellsOf(csvOf(job, [{ ...record, ...change }]))[1];

describe('an account exported as CSV', () => {
  it('has a heading, and a line a record', () => {
    const failed: RecordAccount = {
      id: otherId,
      before: ['VIP'],
      changed: [],
      outcome: 'failed',
      code: 'RECORD_LOCKED',
      message: 'record is locked',
      after: undefined,
    };
    expect(cellsOf(csvOf(job, [record, failed]))).toEqual([
      ['Record Id', 'Module', 'Tags before', 'Removed', 'Outcome', 'Code', 'Message', 'Tags after'],
      [`zcrm_${id}`, 'Contacts', 'VIP, Trade fair 2026', 'VIP', 'changed', '', '', 'Trade fair 2026'],
      [`zcrm_${otherId}`, 'Contacts', 'VIP', '', 'failed', 'RECORD_LOCKED', 'record is locked', ''],
    ]);
  });

  it('of an undo tells what was restored', () => {
    expect(cellsOf(csvOf(undo, [record]))[0]?.[3]).toBe('Restored');
  });

  it('is read as UTF-8 by Excel, so that every script arrives', () => {
    expect(csvOf(job, [record]).startsWith('\uFEFF')).toBe(true);
    expect(rowOf({ before: ['🔥 Hot lead', '見込み客', 'Größe'] })?.[2]).toBe('🔥 Hot lead, 見込み客, Größe');
  });

  it('keeps commas, quotes and line breaks within their cell', () => {
    const before = ['a,b', 'Say "hello"', 'two\nlines'];
    const row = rowOf({ before, message: 'no, "never"\r\nagain' });
    expect(row?.[2]).toBe('a,b, Say "hello", two\nlines');
    expect(row?.[6]).toBe('no, "never"\r\nagain');
    expect(row).toHaveLength(8);
  });

  it.each(['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', '＝1'])(
    'has no formula that a spreadsheet would run: %j',
    (text) => {
      const row = rowOf({ before: [text], changed: [text], code: text, message: text, after: [text] });
      expect(row?.filter((cell) => cell === `'${text}`)).toHaveLength(5);
    },
  );

  it.each([
    ['=1\n+2', "'=1\n'+2"],
    ['x;=1+1', "x;'=1+1"],
    ['x\t=1', "x\t'=1"],
    ['x\n @SUM(A1)', "x\n '@SUM(A1)"],
    ['\u0000=1', "\u0000'=1"],
    ['\u200b=1', "\u200b'=1"],
    [';=1', ";'=1"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\tx', "'\tx"],
    [' =1', " '=1"],
    ['\n=1', "\n'=1"],
    ['x;"=1+1;', `x;"'=1+1;`],
    ['x\n"=1+1\n', `x\n"'=1+1\n`],
    ['a-b; c=d', 'a-b; c=d'],
  ])('has none for spreadsheets that part cells by other signs either: %j', (text, cell) => {
    expect(rowOf({ message: text })?.[6]).toBe(cell);
  });

  it('is made in no time of texts that are all beginnings', () => {
    const start = performance.now();
    rowOf({ message: '\t'.repeat(300_000), before: [';'.repeat(300_000)], code: '= '.repeat(300_000) });
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('of any tags has no cell that begins as a formula does', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(text), text, (before, message) => {
        for (const cell of rowOf({ before, message }) ?? []) {
          expect(cell).not.toMatch(/(?:^|[;\t\r\n])[\s\p{C}"]*[=+\-@]/u);
        }
      }),
    );
  });

  it.each([',', ';', '\t'])(
    'has none in a spreadsheet that parts cells by %j, whatever stands in quotes',
    (delimiter) => {
      const part = fc.constantFrom('x', ' ', ';', '\t', '\n', '"', '=1+1', "'", ',');
      const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
      fc.assert(
        fc.property(fc.array(text, { maxLength: 3 }), text, (before, message) => {
          const csv = csvOf(job, [{ ...record, before, message }]).slice(1);
          for (const cell of Papa.parse<string[]>(csv, { delimiter }).data.flat())
            expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
        }),
      );
    },
  );

  it('can be pasted to choose the same records again: no id was rounded on the way', () => {
    const pasted = parsePasted(csvOf(job, [record, { ...record, id: otherId }]).replace(/^\uFEFF/, ''), {
      dataCenter: 'us',
      org: 'org1',
    });
    expect(pasted.unplaced).toEqual([id, otherId]);
    expect(pasted.notUnderstood).toEqual([]);
  });

  it('tells a record once that stands in two waves, with what both did', () => {
    const batch: Omit<Batch, 'index' | 'wave' | 'records'> = {
      jobId: 'j',
      tagNames: ['VIP'],
      state: 'settled',
      readAt: 0,
    };
    const batches: Batch[] = [
      {
        ...batch,
        index: 0,
        wave: 0,
        records: [{ id, tags: ['A', 'B'], outcome: { kind: 'done', changed: ['A'] } }],
      },
      {
        ...batch,
        index: 1,
        wave: 1,
        records: [{ id, tags: ['B'], outcome: { kind: 'done', changed: ['B'] }, after: [], again: true }],
      },
    ];
    const [, ...rows] = cellsOf(csvOf(job, recordAccounts(batches)));
    expect(rows).toEqual([[`zcrm_${id}`, 'Contacts', 'A, B', 'A, B', 'changed', '', '', '']]);
  });
});

describe('an account exported as JSON', () => {
  it('tells what the job was, and each record, with times that every program reads', () => {
    const ended = { ...job, createdAt: 0, endedAt: 1000, undoneBy: 'u' };
    expect(JSON.parse(jsonOf(ended, [record]))).toEqual({
      job: {
        id: 'j',
        kind: 'removal',
        dataCenter: 'us',
        org: 'org1',
        module: 'Contacts',
        tagNames: ['VIP'],
        createdAt: '1970-01-01T00:00:00.000Z',
        endedAt: '1970-01-01T00:00:01.000Z',
        state: 'finished',
        undoneBy: 'u',
      },
      records: [record],
    });
  });

  it('keeps ids as texts, and tags as they are', () => {
    const odd = { ...record, before: ['=1', 'a,b', '🔥', 'two\nlines', '"'] };
    expect(JSON.parse(jsonOf(job, [odd]))).toMatchObject({ records: [{ id, before: odd.before }] });
  });

  it('tells why a job stopped, and no name of another organization', () => {
    const problem = {
      code: 'otherOrgRenewed',
      values: { expected: 'Zylker', renewed: 'Somebody else' },
    } as const;
    expect(JSON.parse(jsonOf({ ...job, state: 'stopped', problem }, []))).toMatchObject({
      job: { problem: { code: 'otherOrgRenewed' } },
    });
    expect(jsonOf({ ...job, state: 'stopped', problem }, [])).not.toContain('Somebody');
  });

  it('tells no problem of a job that goes on again', () => {
    const running = { ...job, state: 'running', problem: { code: 'networkDown' } } as const;
    expect(jsonOf(running, [])).not.toContain('problem');
  });
});

describe('the name of an exported file', () => {
  it('tells day, module and tags', () => {
    expect(exportFileName(job, 'csv')).toBe('untag-2026-11-25-Contacts-VIP.csv');
    expect(exportFileName(undo, 'json')).toBe('untag-2026-11-25-Contacts-VIP-undo.json');
    expect(exportFileName({ ...job, tagNames: ['VIP', 'Trade fair 2026'] }, 'csv')).toBe(
      'untag-2026-11-25-Contacts-VIP-Trade-fair-2026.csv',
    );
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c:d*e?"<>|', 'a-b-c-d-e'],
    ['見込み客', '見込み客'],
    ['C:\\', 'C'],
  ])('holds nothing that a system would refuse: %s', (tag, part) => {
    expect(exportFileName({ ...job, tagNames: [tag] }, 'csv')).toBe(`untag-2026-11-25-Contacts-${part}.csv`);
  });

  it('does without the tags where none of their characters can stay', () => {
    expect(exportFileName({ ...job, tagNames: ['🔥', '***'] }, 'csv')).toBe('untag-2026-11-25-Contacts.csv');
  });

  it('stays short, whatever the tags are', () => {
    const tagName = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(tagName, { minLength: 1, maxLength: 50 }), (tagNames) => {
        const name = exportFileName({ ...job, tagNames }, 'csv');
        expect(name).toMatch(/^untag-2026-11-25-Contacts(-[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.csv$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
