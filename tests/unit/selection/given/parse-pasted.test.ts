import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { recordUrl } from '@/lib/bigin/page-url';
import { parsePasted } from '@/lib/selection/given/parse-pasted';

const page = { dataCenter: 'us', org: 'org857936781' } as const;
const [a, b, c, d] = [
  '6331846000204950564',
  '6331846000204950565',
  '6331846000204950566',
  '6331846000204950567',
] as const;
const owner = '6331846000000105001';
const phone = '123456789012345';
const deal = (id: string) => `https://bigin.zoho.com/bigin/org857936781/Home#/deals/${id}`;
const contact = (id: string) => `https://bigin.zoho.com/crm/org857936781/tab/Contacts/${id}`;

const parse = (...lines: string[]) => parsePasted(lines.join('\n'), page);
const idsOf = (...lines: string[]) => {
  const { placed, unplaced } = parse(...lines);
  return [...placed.flatMap(({ ids }) => ids), ...unplaced];
};
const refusalsOf = (...lines: string[]) =>
  parse(...lines).notUnderstood.map(({ line, reason }) => [line, reason] as const);

describe('a pasted list', () => {
  it('names records by their ids, whose module is still to be found', () => {
    expect(parse(a, b)).toEqual({
      placed: [],
      unplaced: [a, b],
      notUnderstood: [],
      repeated: 0,
      tooMany: false,
    });
  });

  it('names records by links of either family, which name their module', () => {
    expect(parse(deal(a), contact(b), `${deal(c)}?section=activities`)).toMatchObject({
      placed: [
        { module: 'Pipelines', ids: [a, c] },
        { module: 'Contacts', ids: [b] },
      ],
      unplaced: [],
      notUnderstood: [],
    });
  });

  it.each([
    ['spaces', `  ${a} ${b}\t${c}  `],
    ['commas', `${a}, ${b},${c},`],
    ['semicolons', `${a};${b}; ${c}`],
    ['quotes and brackets', `["${a}", '${b}', (${c})]`],
    ['stray quotes', `"${a} ${b}" "${c}`],
    ['what Zoho’s exports put before an id', `zcrm_${a} ZCRM_${b} zcrm_${c}`],
    ['what keeps digits a text in spreadsheets', `="${a}",="${b}",'${c}`],
    ['marks that nobody sees', `\u200b${a}\u200b\u200e ${b}\u202c\u0000\ufeff${c}\u00a0`],
    ['links', `<${deal(a)}>,${deal(b)};${contact(c)}`],
    ['links and ids', `${deal(a)},${b} ${c}`],
  ])('may have several on a line, with %s', (_, line) => {
    expect(idsOf(line)).toEqual([a, b, c]);
    expect(parse(line).notUnderstood).toEqual([]);
  });

  it.each(['\n', '\r\n', '\r', '\n\n', '\r\n \r\n', '\n,,\n'])(
    'may have any line break, and blank lines: %j',
    (lineBreak) => {
      expect(parse([a, b, c].join(lineBreak), '')).toMatchObject({ unplaced: [a, b, c], notUnderstood: [] });
    },
  );

  it('may have several on each line, with blank lines between', () => {
    expect(parse(`${a},${b}`, '', `${c},${d}`)).toMatchObject({ unplaced: [a, b, c, d], notUnderstood: [] });
  });

  it('counts lines as an editor does', () => {
    expect(refusalsOf('Jane\rJoe\r\nJim\n\nJo')).toEqual([1, 2, 3, 5].map((line) => [line, 'noRecord']));
  });

  it('may stand below a heading that is known', () => {
    expect(parse(' \t', '', '"Record Id"', a, `${b}, ${c}, ${d}`, `${b}, ${c}, ${d}`)).toMatchObject({
      unplaced: [a, b, c, d],
      notUnderstood: [],
    });
    expect(refusalsOf('Please clean:', a)).toEqual([[1, 'noRecord']]);
  });

  it('has each record once, and says how often one came again', () => {
    expect(parse(a, `${a} ${b}`, deal(b), deal(b), `zcrm_${c}`)).toMatchObject({
      placed: [{ module: 'Pipelines', ids: [b] }],
      unplaced: [a, c],
      repeated: 3,
    });
  });

  it('takes a link that leaves the module open for an id', () => {
    expect(parse(deal(a).replace('deals', 'activities'))).toMatchObject({ placed: [], unplaced: [a] });
  });

  it('does not take numbers in prose for records', () => {
    const text = [`call me at ${phone} tomorrow`, `Hi, ${phone}, bye`, `see ${deal(a)} now`, b];
    expect(parse(...text)).toMatchObject({
      placed: [],
      unplaced: [b],
      notUnderstood: text
        .slice(0, 3)
        .map((line, index) => ({ line: index + 1, text: line.slice(0, 80), reason: 'noRecord' })),
    });
    expect(idsOf('Hi Bob, thanks', `My number, ${phone}`)).toEqual([]);
    expect(idsOf('Hi Bob,thanks', `My number, ${phone}`)).toEqual([]);
  });

  it('does not take lines with commas here and there for a table', () => {
    expect(idsOf(`Hello,${phone}`, 'one,two,three', 'so,to,say,bye')).toEqual([]);
    expect(idsOf(`Hello,${phone}`, `Home,${phone}`, 'one,two,three', 'so,to,say,bye')).toEqual([]);
  });

  it.each([
    ['no id', 'Jane Doe', 'noRecord'],
    ['fourteen digits', '12345678901234', 'noRecord'],
    ['twenty digits', '12345678901234567890', 'noRecord'],
    ['an id cut in two by a mark', `${a.slice(0, 9)}\u200b${a.slice(9)}`, 'noRecord'],
    ['an id cut in two by a byte order mark', `${a.slice(0, 9)}\ufeff${a.slice(9)}`, 'noRecord'],
    ['an id cut in two by what exports put before ids', `${a.slice(0, 1)}zcrm_${a.slice(1)}`, 'noRecord'],
    ['a list', 'https://bigin.zoho.com/bigin/org857936781/Home#/contacts', 'noRecord'],
    ['a view', `https://bigin.zoho.com/bigin/org857936781/Home#/contacts?cvid=${a}`, 'noRecord'],
    [
      'a view in CRM’s address',
      `https://bigin.zoho.com/crm/org857936781/tab/Leads/custom-view/${a}/list`,
      'noRecord',
    ],
    ['a pipeline', `https://bigin.zoho.com/bigin/org857936781/Home#/deals/kanban/${a}`, 'noRecord'],
    [
      'a page without records',
      `https://bigin.zoho.com/bigin/org857936781/Home?at=${phone}#/settings`,
      'noRecord',
    ],
    ['another site', `https://example.com/bigin/org857936781/Home#/deals/${a}`, 'noRecord'],
    ['an unsafe link', deal(a).replace('https', 'http'), 'noRecord'],
    ['another organization', deal(a).replace('857936781', '1'), 'otherOrg'],
    ['a link of another organization among words', `${deal(a).replace('857936781', '1')} by Jo`, 'noRecord'],
    ['another data center', deal(a).replace('.com', '.eu'), 'otherDataCenter'],
    ['a module without tags', deal(a).replace('deals', 'leads'), 'noModule'],
    [
      'a short id of a module without tags',
      `${deal(phone).replace('deals', 'leads')}?section=activities`,
      'noModule',
    ],
    ['a rounded id', '6.33185E+18', 'rounded'],
    ['a rounded id without a plus', '6.33185E18', 'rounded'],
    ['a rounded id without decimals', '6E+18', 'rounded'],
    ['a quoted rounded id in a German spreadsheet', '"6,33185E+18"', 'rounded'],
    ['a rounded number after a word', 'Jane 6.33185E+18', 'noRecord'],
    ['a rounded number before a word', '6.33185E+18 Jane', 'noRecord'],
    ['two rounded ids', '6.33185E+18, 6.33186E+18', 'rounded'],
    ['a rounded id in a German spreadsheet', '6,33185E+18', 'rounded'],
    ['an id with decimals', '6331846000204950000.00', 'rounded'],
    ['an id with a decimal comma', '6331846000204950000,00', 'rounded'],
    ['an id with its last digits gone', '6331846000204950000', 'rounded'],
  ])('says why a line names no record: %s', (_, line, reason) => {
    expect(parse(line, '', deal(d))).toMatchObject({
      placed: [{ module: 'Pipelines', ids: [d] }],
      unplaced: [],
      notUnderstood: [{ line: 1, reason }],
    });
  });

  it('takes nothing of a line of which it cannot take all', () => {
    expect(parse(`${a} ${deal(b).replace('857936781', '1')}`)).toMatchObject({
      unplaced: [],
      notUnderstood: [{ line: 1, reason: 'otherOrg' }],
    });
  });

  it('takes ids for rounded only where all of them look it', () => {
    expect(refusalsOf('633184600020495000', '633184600020496000')).toEqual([
      [1, 'rounded'],
      [2, 'rounded'],
    ]);
    expect(idsOf('6331846000204950000', a)).toEqual(['6331846000204950000', a]);
    expect(refusalsOf(`6331846000204950000 ${deal(b)}`)).toEqual([[1, 'rounded']]);
    expect(idsOf('633184600020495000')).toHaveLength(1);
    expect(idsOf('123456789012000')).toHaveLength(1);
    expect(idsOf('zcrm_6331846000204950000')).toHaveLength(1);
  });

  it('shows the beginning of a line that it did not understand', () => {
    const [refusal] = parse(`  ${'🙂 name\t'.repeat(40)}`).notUnderstood;
    expect(Array.from(refusal?.text ?? '').length).toBeLessThanOrEqual(80);
    expect(refusal?.text).toMatch(/^🙂 name\t🙂/u);
    expect(parse('a\u202eb\u0000c  d \u200b').notUnderstood[0]?.text).toBe('a b c d');
  });
});

describe('a pasted table', () => {
  it('as Bigin exports it has one column of ids, told by its heading', () => {
    const table = [
      'Scores,Company Name.id,Contact Owner.id,Contact Id,First Name,Phone',
      `5,zcrm_${d},zcrm_${owner},zcrm_${a},"Jane, Jr.",${phone}`,
      `5,zcrm_${d},zcrm_${owner},zcrm_${b},Joe,${phone}`,
    ];
    expect(parse(`\ufeff${table.join('\r\n')}\r\n`)).toEqual({
      placed: [],
      unplaced: [a, b],
      notUnderstood: [],
      repeated: 0,
      column: 'Contact Id',
      tooMany: false,
    });
  });

  it.each([
    'Record Id',
    'RECORD ID',
    'record_id',
    'ID',
    '"Id"',
    'Record Link',
    'Record URL',
    'Contact Id',
    'Company Id',
    'Account Id',
    'Deal Id',
    'Pipeline Id',
    'Product Id',
    'Task Id',
    'Event Id',
    'Meeting Id',
    'Call Id',
  ])('is read by the heading %s, wherever it stands', (heading) => {
    expect(idsOf(`Key,${heading},Name`, `${c},${a},Jane`, `${d},${b},Joe`)).toEqual([a, b]);
  });

  it('is read by its links where it has both, since they name the module', () => {
    const byLink = { placed: [{ module: 'Pipelines', ids: [a] }], unplaced: [], column: 'Record Link' };
    expect(parse('Record Id,Record Link', `${a},${deal(a)}`)).toMatchObject(byLink);
    expect(parse('Record Link,Record Id', `${deal(a)},${a}`)).toMatchObject(byLink);
    expect(parse('Contact Id,Record Link,Id', `${b},${deal(a)},${c}`)).toMatchObject(byLink);
  });

  it('is read by the best of the known headings, whichever comes first', () => {
    expect(idsOf('Record Id,Id', `${a},${c}`, `${b},${d}`)).toEqual([a, b]);
    expect(idsOf('Id,Record Id', `${c},${a}`, `${d},${b}`)).toEqual([a, b]);
  });

  it('is read by the next known heading where the best one’s column names no record', () => {
    expect(parse('Record Link,Record Id', `,${a}`, `,${b}`)).toMatchObject({
      unplaced: [a, b],
      column: 'Record Id',
    });
  });

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('may have %s between its cells', (_, delimiter) => {
    const rows = [
      ['Name', 'Record Id'],
      ['Jane', a],
      ['Joe', b],
    ].map((row) => row.join(delimiter));
    expect(parse(...rows)).toMatchObject({ unplaced: [a, b], notUnderstood: [], column: 'Record Id' });
  });

  it('without a known heading is read in its leftmost column of ids', () => {
    expect(parse('Name,Kontakt,Key', `Jane,${a},${c}`, `Joe,${b},${d}`)).toMatchObject({
      unplaced: [a, b],
      notUnderstood: [],
      column: 'Kontakt',
    });
  });

  it('may have cells and headings that are blank, or only numbers', () => {
    expect(parse('Record Id,,Name', `${a},,Jane`, `${b},,Joe`)).toMatchObject({
      unplaced: [a, b],
      notUnderstood: [],
      column: 'Record Id',
    });
    expect(parse('Name,,Kontakt,2026', `Jane,,${a},5`, `Joe,,${b},7`)).toMatchObject({
      unplaced: [a, b],
      notUnderstood: [],
      column: 'Kontakt',
    });
    expect(idsOf(`${a},`, `${b},Jane`)).toEqual([a, b]);
  });

  it('may have more blank lines than rows', () => {
    expect(idsOf('Name,Kontakt', '', '', `Jane,${a}`, '', '', '', `Joe,${b}`)).toEqual([a, b]);
  });

  it.each([',', ';'])('may stand among lines of another kind, with cells parted by %s', (delimiter) => {
    const rows = [a, b, c, d].map((id) => `Jane${delimiter}${id}`);
    const table = [`Zylker${delimiter}June${delimiter}2026`, ...rows, 'End of the export'];
    expect(idsOf(...table)).toEqual([a, b, c, d]);
    expect(refusalsOf(...table)).toEqual([1, 6].map((line) => [line, 'otherColumns']));
  });

  it('may have commas in the cells that semicolons part', () => {
    expect(idsOf('Name;Kontakt', `Doe, Jane;${a}`, `Roe, Joe;${b}`)).toEqual([a, b]);
    expect(idsOf('Name;Kontakt', `Doe, Jane, Jr.;${a}`, `Roe;${b}`, `Poe;${c}`)).toEqual([a, b, c]);
    expect(idsOf('Last, first;Rank;Kontakt', `Doe, Jane;5;${a}`, `Roe, Joe;7;${b}`)).toEqual([a, b]);
  });

  it('may have spaces after its commas, where it has several rows or tabs', () => {
    expect(idsOf(`Jane, ${a}`, `Joe, ${b}`)).toEqual([a, b]);
    expect(idsOf(`Jane\t ${a}`)).toEqual([a]);
  });

  it('with a line longer than any export has is read line by line', () => {
    const row = (length: number) => `${a},`.padEnd(length, 'x');
    expect(idsOf('Record Id,Name', row(200_000), b)).toEqual([a]);
    expect(idsOf('Record Id,Name', row(200_001), b)).toEqual([b]);
  });

  it('may have no heading, and a single row', () => {
    const table = parse(`${a},Jane,${owner}`, `${b},Joe,${owner}`);
    expect(table).toMatchObject({ unplaced: [a, b], notUnderstood: [] });
    expect(table).not.toHaveProperty('column');
    expect(idsOf(`${a}, Jane`)).toEqual([a]);
    expect(idsOf(`Jane\t${a}`)).toEqual([a]);
    expect(idsOf('Name,Kontakt', `Jane,${a}`)).toEqual([a]);
  });

  it.each([
    ['links', [deal(a), contact(b)]],
    ['ids as exports write them', [`zcrm_${a}`, `zcrm_${b}`]],
    ['ids of one organization', [a, b]],
  ])('prefers %s to numbers that happen to be as long', (_, [first, second]) => {
    const rows = [
      `${phone},4912345678901234567,${first},Jane`,
      `321456789012345,9112345678901234567,${second},Joe`,
    ];
    expect(idsOf('Tel,Ref,Key,Name', ...rows).toSorted()).toEqual([a, b]);
    expect(idsOf(...rows).toSorted()).toEqual([a, b]);
  });

  it('prefers links to ids that look more like its organization’s', () => {
    const [short, other] = [phone, '123456789012346'];
    expect(idsOf('Ref,Page', `${c},${deal(short)}`, `${d},${deal(other)}`)).toEqual([short, other]);
  });

  it('prefers ids to shorter numbers that were rounded', () => {
    expect(idsOf('Ref,Key', `6.3E+14,${a}`, `7.1E+14,${b}`)).toEqual([a, b]);
  });

  it('is not read in a column of which no more than half names records', () => {
    expect(idsOf('Name,Kontakt', `Jane,${a}`, 'Joe,none')).toEqual([]);
  });

  it('does not take a phone number where the ids were rounded', () => {
    const rows = [`${phone},6.33185E+18,Jane`, `${phone},6.33185E+18,Joe`];
    expect(idsOf('Tel,Key,Name', ...rows)).toEqual([]);
    const long = ['123456789012345678,6.33185E+18', '123456789012345679,6.33185E+18'];
    expect(idsOf('Ref,Key', ...long)).toEqual([]);
    expect(refusalsOf('Phone,Record Id,Name', ...rows)).toEqual([
      [2, 'rounded'],
      [3, 'rounded'],
    ]);
    expect(refusalsOf('Record Id,Name', '6331846000204950000,Jane', '6331846000204960000,Joe')).toEqual([
      [2, 'rounded'],
      [3, 'rounded'],
    ]);
  });

  it('does not take a phone number where the links are another organization’s', () => {
    const foreign = (id: string) => deal(id).replace('857936781', '1');
    expect(refusalsOf('Tel,Page', `${phone},${foreign(a)}`, `${phone},${foreign(b)}`)).toEqual([
      [2, 'otherOrg'],
      [3, 'otherOrg'],
    ]);
  });

  it.each(['Contact Owner.id', '"Company Name.id "', 'Owner Id', 'Created By', 'Mobile', 'Amount'])(
    'is not read by what its heading says is another’s number: %s',
    (heading) => {
      const table = [`${heading},Name`, `${a},Jane`, `${b},Joe`, `${c},`, d];
      expect(idsOf(...table)).toEqual([d]);
      expect(refusalsOf(...table)).toHaveLength(4);
    },
  );

  it('is not read in another column where the record column has no ids', () => {
    expect(idsOf('ID,Key', `1,${a}`, `2,${b}`)).toEqual([]);
    expect(parse('ID,Key', `1,${a}`)).toMatchObject({ column: 'ID', notUnderstood: [{ line: 2 }] });
  });

  it('says which rows name no record, and why', () => {
    expect(
      refusalsOf(
        'Export of June',
        'Record Id,Name',
        `${a},Jane`,
        ',Joe',
        `${a} ${b},Two`,
        `${b} ${b},The same`,
        `n/a,None`,
        `${c},Acme, Inc`,
        d,
        deal(d).replace('857936781', '1') + ',Foreign',
      ),
    ).toEqual([
      [1, 'otherColumns'],
      [4, 'noRecord'],
      [5, 'severalRecords'],
      [7, 'noRecord'],
      [8, 'otherColumns'],
      [9, 'otherColumns'],
      [10, 'otherOrg'],
    ]);
  });

  it('never takes another column’s id where an unquoted comma shifts the cells', () => {
    expect(idsOf('Name,Company,Record Id', `Acme, Inc,${c},${a}`, `Foo,${c},${b}`)).toEqual([b]);
  });

  it('is still one where most rows have other cells than its known heading', () => {
    const table = ['Record Id,Owner Id,Name', `${a},${owner},Jane`, `${b},${owner}`, `${c},${owner}`, d, a];
    expect(idsOf(...table)).toEqual([a]);
    expect(refusalsOf(...table)).toEqual([3, 4, 5, 6].map((line) => [line, 'otherColumns']));
  });

  it('may begin with a byte order mark and a quoted heading', () => {
    expect(idsOf('\ufeff"Last, first","Record Id"', `"Doe, Jane",${a}`)).toEqual([a]);
  });

  it('is refused where its rows have other cells than its known heading', () => {
    const table = ['Key,Record Id', `${c},${a},`, `${d},${b},`];
    expect(idsOf(...table)).toEqual([]);
    expect(refusalsOf(...table)).toEqual([
      [2, 'otherColumns'],
      [3, 'otherColumns'],
    ]);
  });

  it('is not guessed at where neither a heading nor a word says which id is meant', () => {
    expect(refusalsOf(`${a},${b}`, `${c},Jane`)).toEqual([[1, 'severalRecords']]);
    expect(refusalsOf(`${a},,${b}`, `${c},,Jane`)).toEqual([[1, 'severalRecords']]);
  });

  it('counts lines, not rows, where quoted cells hold line breaks', () => {
    expect(parse('Record Id,"Na\nme"', `${a},"Jane\n\n${owner}"`, ',Joe', `${b},"say ""hi"""`)).toMatchObject(
      {
        unplaced: [a, b],
        notUnderstood: [{ line: 6, text: ',Joe', reason: 'noRecord' }],
      },
    );
  });

  it('reports every line that a quote which does not end may have swallowed', () => {
    expect(
      parse('Record Id,Name', `${a},Jane`, `${b},"Joe`, `${c},"Foo" Bar`, '', `${d},Last`),
    ).toMatchObject({
      unplaced: [a],
      notUnderstood: [3, 4, 6].map((line) => ({ line, reason: 'brokenQuotes' })),
    });
  });

  it('reports no other line than those which a stray quote takes together', () => {
    expect(parse('Record Id,Name', `${a},"Ja"ne`, `${b},"Jo"`, `${c},Jim`, `${d},Last`)).toMatchObject({
      unplaced: [c, d],
      notUnderstood: [2, 3].map((line) => ({ line, reason: 'brokenQuotes' })),
    });
  });

  it('reports such lines too where none of its columns names records', () => {
    expect(refusalsOf('Mobile,Name', `${a},Jane`, `${b},Joe`, `${c},"Jim`, d)).toEqual([
      [1, 'noRecord'],
      [2, 'noRecord'],
      [3, 'noRecord'],
      [4, 'brokenQuotes'],
      [5, 'brokenQuotes'],
    ]);
  });
});

describe('whatever is pasted', () => {
  const anId = fc.stringMatching(/^[1-9]\d{14,18}$/);
  const ownId = fc.stringMatching(/^6331846\d{11}[1-9]$/);
  const aLink = fc
    .tuple(
      fc.constantFrom(...dataCenterIds),
      fc.constantFrom(page.org, 'org1'),
      fc.constantFrom(...moduleNames),
      anId,
    )
    .map(([dataCenter, org, module, id]) => recordUrl(dataCenter, org, module, id));
  const piece = fc.oneof(
    anId,
    aLink,
    fc.constantFrom(
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      ' ',
      '"',
      '""',
      '\u200f',
      '6.3E+18',
      'Record Id',
      'Owner.id',
      'Jane',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('gives only ids that stand in it, each once, and never fails', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ids = idsOf(text);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(text.split(/\D+/)).toContain(id);
      }),
    );
  });

  it('leaves no line of a list without a word', () => {
    const line = fc.oneof(
      ownId,
      aLink,
      fc.constant(`call ${phone} now`),
      fc.constant('Jane'),
      fc.constant(' '),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { placed, unplaced, notUnderstood, repeated } = parse(...lines);
        const records = placed.reduce((sum, { ids }) => sum + ids.length, unplaced.length);
        const filled = lines.filter((text) => text.trim() !== '').length;
        expect(records + repeated + notUnderstood.length).toBe(filled);
        for (const { line: number, text } of notUnderstood) expect(lines[number - 1]).toContain(text);
      }),
    );
  });

  const lookAlike = fc.oneof(
    anId,
    fc.stringMatching(/^\d{1,3}E\+1[4-8]$/),
    fc.constant(''),
    fc.constant('+4912'),
  );
  const aName = fc.stringMatching(/^[A-Z][a-z "\n,;]{0,8}[a-z]$/);
  const aTable = fc
    .record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      lineBreak: fc.constantFrom('\n', '\r\n'),
      rows: fc.array(
        fc.record({
          id: fc.option(ownId, { freq: 4 }),
          before: fc.tuple(lookAlike, aName),
          after: fc.tuple(lookAlike, lookAlike),
        }),
        { maxLength: 12 },
      ),
      last: ownId,
    })
    .map(({ delimiter, lineBreak, rows: others, last }) => {
      const rows = [...others, { id: last, before: ['', 'Last'], after: ['', ''] }];
      const cells = rows.map(({ id, before, after }) => [...before, id ?? '', ...after]);
      const quoted = [['Ref', 'Name', 'Record Id', 'Key', 'Tel'], ...cells].map((row) =>
        row.map((cell) => (/["\n,;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
      );
      return { text: quoted.join(lineBreak), rows, lines: quoted };
    });

  it('gives exactly the record column of a table, and a word for each row without a record', () => {
    fc.assert(
      fc.property(aTable, ({ text, rows, lines }) => {
        const { placed, unplaced, notUnderstood, column } = parsePasted(text, page);
        const ids = rows.map(({ id }) => id).filter((id) => id !== null);
        expect(column).toBe('Record Id');
        expect(placed).toEqual([]);
        expect(unplaced).toEqual([...new Set(ids)]);
        const lineOf = (index: number) => lines.slice(0, index).join('\n').split('\n').length + 1;
        const without = rows.flatMap(({ id }, index) => (id === null ? lineOf(index + 1) : []));
        expect(notUnderstood.map(({ line }) => line)).toEqual(without);
      }),
    );
  });
});
